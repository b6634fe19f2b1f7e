import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type TestPartnership,
  testPartnership,
} from '../../partnership/testing/test-partnership.ts';
import { titleOf } from './index.ts';
import {
  answerBy,
  answerVoice,
  listVoices,
  openVoice,
  raiseVoice,
  readVoice,
  readVoicesWaiting,
  type VoiceRaised,
} from './server.ts';

let here: TestPartnership;
beforeAll(async () => {
  here = await testPartnership();
});
afterAll(() => here.close());

function voice(changes: Partial<VoiceRaised> = {}): VoiceRaised {
  return {
    sort: 'concern',
    body: 'Buses arrive late three mornings a week. Children miss breakfast.',
    locale: 'en',
    visibility: 'partnership',
    named: true,
    answerSeat: here.seats.superintendent.seatId,
    answerDays: 5,
    ...changes,
  };
}

describe('raising a voice', () => {
  it('asks a seat for an answer within school days', async () => {
    const id = await here.as('representative', (ctx) => raiseVoice(ctx, voice()));
    const shown = await here.as('board', (ctx) => readVoice(ctx, id));
    // Thursday 1 October 2026 and five school days.
    expect(shown).toMatchObject({
      title: 'Buses arrive late three mornings a week.',
      state: 'waiting',
      namedPerson: 'representative',
      constituency: 'educators',
      answerBy: '2026-10-08',
      overdue: false,
      yours: false,
    });
    const waiting = await here.as('superintendent', (ctx) => readVoicesWaiting(ctx));
    expect(waiting.find((one) => one.id === id)).toMatchObject({ mine: true });
  });

  it('keeps a caucus voice inside the organization, with an answer from inside', async () => {
    await expect(
      here.as('representative', (ctx) => raiseVoice(ctx, voice({ visibility: 'caucus' }))),
    ).rejects.toMatchObject({ problems: { answerSeat: 'voice.own-organization' } });
    const id = await here.as('representative', (ctx) =>
      raiseVoice(ctx, voice({ visibility: 'caucus', answerSeat: here.seats.president.seatId })),
    );
    expect(await here.as('president', (ctx) => readVoice(ctx, id))).toMatchObject({ id });
    for (const other of ['superintendent', 'board', 'parent', 'support'] as const) {
      await expect(here.as(other, (ctx) => readVoice(ctx, id))).rejects.toMatchObject({
        status: 404,
      });
    }
  });

  it('shows a public voice to visitors without any name', async () => {
    const id = await here.as('parent', (ctx) => raiseVoice(ctx, voice({ visibility: 'public' })));
    const shown = await here.asVisitor((ctx) => readVoice(ctx, id));
    expect(shown).toMatchObject({ namedPerson: null, answerOrganization: null });
    const other = await here.as('parent', (ctx) => raiseVoice(ctx, voice()));
    await expect(here.asVisitor((ctx) => readVoice(ctx, other))).rejects.toMatchObject({
      status: 404,
    });
  });
});

describe('bringing a caucus voice to the table', () => {
  const raise = (named: boolean) =>
    here.as('representative', (ctx) =>
      raiseVoice(
        ctx,
        voice({ visibility: 'caucus', named, answerSeat: here.seats.president.seatId }),
      ),
    );
  const open = (who: 'representative' | 'president' | 'superintendent', voiceId: string) =>
    here.as(who, (ctx) =>
      openVoice(ctx, { voiceId, answerSeat: here.seats.principal.seatId, answerDays: 2 }),
    );

  it('shows it to everybody and asks somebody else', async () => {
    const id = await raise(true);
    await expect(open('superintendent', id)).rejects.toMatchObject({ status: 404 });
    await open('representative', id);
    expect(await here.as('board', (ctx) => readVoice(ctx, id))).toMatchObject({
      visibleTo: 'partnership',
      answerSeat: here.seats.principal.seatId,
    });
  });

  it('is left to the lead where the person is not named', async () => {
    const id = await raise(false);
    await expect(open('representative', id)).rejects.toMatchObject({ status: 403 });
    await open('president', id);
    const rows = await here.as('board', async ({ db }) =>
      JSON.stringify([
        await db.selectFrom('record').selectAll().where('id', '=', id).execute(),
        await db.selectFrom('voice').selectAll().where('id', '=', id).execute(),
        await db.selectFrom('auditEntry').selectAll().where('recordId', '=', id).execute(),
      ]),
    );
    expect(rows).toContain('voice.opened');
    expect(rows).not.toContain(here.seats.representative.seatId);
    expect(rows).not.toContain(here.seats.representative.personId);
  });

  it('ends with an answer, which was meant for the organization', async () => {
    const id = await raise(true);
    await here.as('president', (ctx) => answerVoice(ctx, { voiceId: id, answer: 'Between us.' }));
    await expect(open('president', id)).rejects.toMatchObject({ status: 403 });
  });
});

describe('a voice without a name', () => {
  it('holds nothing by which anybody else could tell who it was', async () => {
    const id = await here.as('parent', (ctx) => raiseVoice(ctx, voice({ named: false })));
    const { personId, seatId, organizationId } = here.seats.parent;
    for (const other of ['superintendent', 'president', 'board'] as const) {
      const rows = await here.as(other, async ({ db }) =>
        JSON.stringify([
          await db.selectFrom('record').selectAll().where('id', '=', id).execute(),
          await db.selectFrom('voice').selectAll().where('id', '=', id).execute(),
          await db.selectFrom('voiceAuthor').selectAll().where('voiceId', '=', id).execute(),
          await db.selectFrom('auditEntry').selectAll().where('recordId', '=', id).execute(),
        ]),
      );
      expect(rows).toContain('voice.raised');
      for (const secret of [personId, seatId, organizationId, 'families', 'parent']) {
        expect(rows).not.toContain(secret);
      }
    }
  });

  it('is found again by the person who raised it, and by nobody else', async () => {
    const id = await here.as('parent', (ctx) => raiseVoice(ctx, voice({ named: false })));
    const yours = async (who: 'parent' | 'superintendent') =>
      (await here.as(who, (ctx) => listVoices(ctx, { state: 'yours' }))).voices.map((v) => v.id);
    expect(await yours('parent')).toContain(id);
    expect(await yours('superintendent')).toEqual([]);
  });

  it('leaves no way to write other things into the trail without a name', async () => {
    const { sql } = await import('kysely');
    const named = await here.as('parent', (ctx) => raiseVoice(ctx, voice()));
    await expect(
      here.as('parent', ({ db, clock }) =>
        sql`select audit_unnamed_voice(${named}::uuid, ${clock.now()})`.execute(db),
      ),
    ).rejects.toMatchObject({ code: '42501' });
    await expect(
      here.as('parent', ({ db, clock }) =>
        sql`select audit_write(null, null, 'seat.added', ${clock.now()}, 'partnership', null, '{}')`.execute(
          db,
        ),
      ),
    ).rejects.toMatchObject({ code: '42501' });
  });
});

describe('answering', () => {
  it('is for the seat that was asked and the leads of its organization', async () => {
    const id = await here.as('parent', (ctx) =>
      raiseVoice(ctx, voice({ answerSeat: here.seats.principal.seatId })),
    );
    const answer = { voiceId: id, answer: 'Two buses more from November.' };
    for (const other of ['president', 'representative', 'board'] as const) {
      await expect(here.as(other, (ctx) => answerVoice(ctx, answer))).rejects.toMatchObject({
        status: 403,
      });
    }
    await here.as('principal', (ctx) => answerVoice(ctx, answer));
    expect(await here.as('parent', (ctx) => readVoice(ctx, id))).toMatchObject({
      state: 'answered',
      answer: 'Two buses more from November.',
      answeredBySeat: here.seats.principal.seatId,
    });
    await here.as('superintendent', (ctx) =>
      answerVoice(ctx, { voiceId: id, answer: 'Three buses.' }),
    );
    const trail = await here.as('parent', ({ db }) =>
      db
        .selectFrom('auditEntry')
        .select(['action', 'details'])
        .where('recordId', '=', id)
        .execute(),
    );
    expect(trail).toContainEqual({
      action: 'voice.answer-changed',
      details: { before: 'Two buses more from November.' },
    });
  });

  it('cannot be put into the mouth of another seat, nor can the words be changed', async () => {
    const id = await here.as('parent', (ctx) => raiseVoice(ctx, voice()));
    const change = (set: Record<string, unknown>) =>
      here.as('board', ({ db }) =>
        db.updateTable('voice').set(set).where('id', '=', id).executeTakeFirst(),
      );
    await expect(change({ body: 'Something else' })).rejects.toMatchObject({ code: '42501' });
    const answered = await change({
      answer: 'No.',
      answeredAt: here.clock.now(),
      answeredBySeat: here.seats.superintendent.seatId,
    });
    expect(answered.numUpdatedRows).toBe(0n);
  });

  it('is overdue once the day has passed in the partnership’s own time zone', async () => {
    const id = await here.as('parent', (ctx) => raiseVoice(ctx, voice({ answerDays: 1 })));
    const overdue = async () => (await here.as('board', (ctx) => readVoice(ctx, id))).overdue;
    here.clock.set('2026-10-03T03:30:00Z');
    expect(await overdue()).toBe(false);
    here.clock.set('2026-10-03T04:30:00Z');
    expect(await overdue()).toBe(true);
    const first = (await here.as('board', (ctx) => listVoices(ctx))).voices[0];
    expect(first?.id).toBe(id);
  });
});

it.each([
  ['2026-10-01', 5, '2026-10-08'],
  ['2026-10-02', 1, '2026-10-05'],
  ['2026-10-03', 1, '2026-10-05'],
  ['2026-10-02', 10, '2026-10-16'],
])('counts school days from %s: %i later is %s', (from, days, by) => {
  expect(answerBy(from, days)).toBe(by);
});

it.each([
  ['Short.', 'Short.'],
  ['The lunch line is too long. We eat standing.', 'The lunch line is too long.'],
  ['First line\nsecond line', 'First line'],
  [
    'In the morning the buses are so late that the children who need breakfast most arrive after the kitchen has closed',
    'In the morning the buses are so late that the children who need breakfast most arrive…',
  ],
])('names a voice by how it begins: %s', (body, title) => {
  expect(titleOf(body)).toBe(title);
});

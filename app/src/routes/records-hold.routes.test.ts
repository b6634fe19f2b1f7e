import { CompiledQuery } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { insertRecord, linkRecords } from '../partnership/record/server.ts';
import { placeHold, readHolds, readRetention } from '../partnership/retention/server.ts';
import {
  type CastName,
  type TestPartnership,
  testPartnership,
} from '../partnership/testing/test-partnership.ts';
import { answerVoice, raiseVoice } from '../prepare/voice/server.ts';

let here: TestPartnership;
let voiceId: string;
beforeAll(async () => {
  here = await testPartnership();
  voiceId = await raise('The bus comes late.');
});
afterAll(() => here.close());

const raise = (body: string, visibility: 'partnership' | 'caucus' = 'partnership') =>
  here.as('parent', (ctx) =>
    raiseVoice(ctx, {
      sort: 'concern',
      body,
      locale: 'en',
      visibility,
      named: true,
      answerSeat: here.seats.parent.seatId,
      answerDays: 3,
    }),
  );
const answer = (id: string, text: string) =>
  here.as('parent', (ctx) => answerVoice(ctx, { voiceId: id, answer: text }));
/** SQL of one's own, as the application's role would run it for this person. */
const run = (who: CastName, statement: string, values: unknown[] = []) =>
  here.as(who, async ({ db }) => {
    const { numAffectedRows } = await db.executeQuery(CompiledQuery.raw(statement, values));
    return Number(numAffectedRows);
  });
const retentionOf = (who: CastName, id: string) => here.as(who, (ctx) => readRetention(ctx, [id]));
const held = { code: 'CH001' };
const refused = { code: '42501' };

describe('how long a record is kept', () => {
  test('the clock starts when it is closed, on the day of the place', async () => {
    expect(await retentionOf('parent', voiceId)).toMatchObject([
      { profile: 'generic', class: 'correspondence', years: 7, startedOn: null, keptUntil: null },
    ]);
    here.clock.set('2026-10-03T03:30:00Z');
    await answer(voiceId, 'We ask the company.');
    expect(await retentionOf('parent', voiceId)).toMatchObject([
      { startedOn: '2026-10-02', keptUntil: '2033-10-02', held: false },
    ]);
  });

  test('nothing is told of what one may not read', async () => {
    const own = await raise('Between us.', 'caucus');
    expect(await retentionOf('parent', own)).toHaveLength(1);
    expect(await retentionOf('president', own)).toEqual([]);
    expect(await here.asVisitor((ctx) => readRetention(ctx, [voiceId, own]))).toEqual([]);
  });
});

describe('nothing is removed by hand', () => {
  test('the application may not delete a record, nor what hangs on it', async () => {
    for (const table of ['record', 'voice', 'audit_entry', 'legal_hold', 'tombstone'])
      await expect(run('superintendent', `delete from ${table}`)).rejects.toMatchObject(refused);
  });

  test('claiming to be the function that removes does not help', async () => {
    const claim = here.as('superintendent', async ({ db }) => {
      const query = (statement: string) => db.executeQuery(CompiledQuery.raw(statement, [voiceId]));
      await query(`select set_config('concord.removes', $1, true)`);
      await query('delete from record where id = $1');
    });
    await expect(claim).rejects.toMatchObject(refused);
  });

  test('not even the owner of the database does it by mistake', async () => {
    await expect(
      here.database.owner.query('delete from record where id = $1', [voiceId]),
    ).rejects.toMatchObject(refused);
  });
});

describe('a legal hold', () => {
  test('is placed by a lead, for what a lead can read and no organization owns', async () => {
    const hold = (who: CastName, record: string) =>
      here.as(who, (ctx) => placeHold(ctx, { scope: 'record', record, reason: 'File 7' }));
    await expect(hold('principal', voiceId)).rejects.toMatchObject({ status: 403 });
    const own = await raise('Our own.', 'caucus');
    await expect(hold('president', own)).rejects.toMatchObject({
      problems: { record: 'retention.no-such-record' },
    });
    await expect(hold('parent', own)).rejects.toMatchObject({
      problems: { record: 'retention.own' },
    });
    const insert = `insert into legal_hold (partnership_id, id, scope, record_id, reason, placed_by_seat, placed_at)
      values ($1, $2, 'record', $3, 'x', $4, now())`;
    const row = (seat: CastName, record: string) => [
      here.partnershipId,
      here.random.uuid(),
      record,
      here.seats[seat].seatId,
    ];
    for (const [who, values] of [
      ['principal', row('principal', voiceId)],
      ['president', row('superintendent', voiceId)],
      ['president', row('president', own)],
      ['parent', row('parent', own)],
    ] as const)
      await expect(run(who, insert, [...values])).rejects.toMatchObject(refused);
    await expect(run('president', insert, row('president', voiceId))).resolves.toBe(1);
  });

  test('is seen by everybody with a seat, and nobody changes or lifts it alone', async () => {
    const seen = await here.as('parent', (ctx) => readHolds(ctx));
    expect(seen).toMatchObject([{ scope: 'record', recordId: voiceId, liftedAt: null }]);
    await expect(run('president', 'update legal_hold set lifted_at = now()')).rejects.toMatchObject(
      refused,
    );
  });

  test('what was written stays; something may be added', async () => {
    expect(await retentionOf('principal', voiceId)).toMatchObject([{ held: true }]);
    await expect(answer(voiceId, 'We never said so.')).rejects.toMatchObject(held);
    await expect(
      run('parent', `update record set title = 'Another' where id = $1`, [voiceId]),
    ).rejects.toMatchObject(held);
    await answer(voiceId, 'We ask the company. They come on Friday.');
    const other = await raise('The gym is cold.');
    await answer(other, 'Yes.');
    await answer(other, 'No.');
  });

  test('on a topic covers what led to it and what comes of it later', async () => {
    const source = await raise('The library closes early.');
    await answer(source, 'We look into it.');
    const goalId = await here.as('superintendent', async (ctx) => {
      const goal = { kind: 'goal', state: 'proposed', visibleTo: 'partnership' } as const;
      return insertRecord(ctx, { ...goal, title: 'An open library' });
    });
    await here.as('superintendent', (ctx) => linkRecords(ctx, source, goalId));
    await here.as('superintendent', (ctx) =>
      placeHold(ctx, { scope: 'topic', record: goalId, reason: 'File 8' }),
    );
    expect(await retentionOf('parent', source)).toMatchObject([{ held: true }]);
    await expect(answer(source, 'No.')).rejects.toMatchObject(held);
    await expect(
      run('superintendent', 'delete from record_link where to_id = $1', [goalId]),
    ).rejects.toMatchObject(held);
  });

  test('on a person covers their part, and never tells who raised a voice without a name', async () => {
    const named = await raise('The phone is never answered.');
    await answer(named, 'Yes.');
    const unnamed = await here.as('parent', (ctx) =>
      raiseVoice(ctx, {
        sort: 'concern',
        body: 'Somebody shouted.',
        locale: 'en',
        visibility: 'partnership',
        named: false,
        answerSeat: here.seats.principal.seatId,
        answerDays: 3,
      }),
    );
    await here.as('president', (ctx) =>
      placeHold(ctx, { scope: 'person', person: here.seats.parent.personId, reason: 'File 9' }),
    );
    expect(await retentionOf('president', named)).toMatchObject([{ held: true }]);
    expect(await retentionOf('president', unnamed)).toMatchObject([{ held: false }]);
    await expect(answer(named, 'No.')).rejects.toMatchObject(held);
    await expect(
      run('superintendent', `update person set name = 'Nobody' where id = $1`, [
        here.seats.parent.personId,
      ]),
    ).rejects.toMatchObject(held);
  });

  test('on everything reaches into no caucus', async () => {
    const own = await raise('Ours.', 'caucus');
    await answer(own, 'Yes.');
    await here.as('superintendent', (ctx) =>
      placeHold(ctx, { scope: 'partnership', reason: 'File 10' }),
    );
    await answer(own, 'No.');
    expect(await retentionOf('parent', own)).toMatchObject([{ held: false }]);
  });
});

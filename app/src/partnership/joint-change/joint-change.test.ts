import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { insertRecord } from '../record/server.ts';
import { endTerm, readTerms } from '../seat/server.ts';
import {
  type CastName,
  type TestPartnership,
  testPartnership,
} from '../testing/test-partnership.ts';
import {
  answerJointChange,
  proposeJointChange,
  readAnswers,
  readJointChange,
  readJointChangesToAnswer,
  readStanding,
  withdrawJointChange,
} from './server.ts';

let here: TestPartnership;
beforeAll(async () => {
  here = await testPartnership();
});
afterAll(() => here.close());

const lesson = (who: CastName, visibleTo = 'partnership') =>
  here.as(who, (ctx) =>
    insertRecord(ctx, { kind: 'lesson', title: `Of ${who}`, state: 'shared', visibleTo }),
  );
const propose = (who: CastName, recordId: string, visibleTo = 'public') =>
  here.as(who, (ctx) =>
    proposeJointChange(ctx, {
      kind: 'visibility',
      recordId,
      after: { visibleTo },
      reason: 'Others can learn from it.',
    }),
  );
const answer = (who: CastName, id: string, said: 'agree' | 'decline' = 'agree', reason = '') =>
  here.as(who, (ctx) => answerJointChange(ctx, { id, answer: said, reason }));
const visibility = (id: string) =>
  here.as('superintendent', async (ctx) => {
    const { visibleTo } = await ctx.db
      .selectFrom('record')
      .select('visibleTo')
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    return visibleTo;
  });
const refused = (work: Promise<unknown>) => expect(work).rejects.toMatchObject({ status: 403 });
const problem = (work: Promise<unknown>, code: string) =>
  expect(work).rejects.toMatchObject({ problems: { form: code } });
const sql = (who: CastName, text: string, values: unknown[] = []) =>
  here.as(who, async (ctx) => {
    const { CompiledQuery } = await import('kysely');
    return ctx.db.executeQuery(CompiledQuery.raw(text, values));
  });

describe('who can see a record', () => {
  test('changes when the other side agrees, and the trail names both', async () => {
    const id = await lesson('superintendent');
    const change = await propose('superintendent', id);
    expect(await visibility(id)).toBe('partnership');
    const waiting = await here.as('president', (ctx) => readJointChangesToAnswer(ctx));
    expect(waiting.map((each) => each.id)).toContain(change);
    expect(await answer('president', change)).toBe('agreed');
    expect(await visibility(id)).toBe('public');
    const trail = await here.as('parent', (ctx) =>
      ctx.db
        .selectFrom('auditEntry')
        .select(['action', 'seatId', 'details'])
        .where('recordId', '=', id)
        .orderBy('number')
        .execute(),
    );
    const { superintendent, president } = here.seats;
    expect(trail.map(({ action, seatId }) => [action, seatId])).toEqual([
      ['change.proposed', superintendent.seatId],
      ['change.agreed', president.seatId],
      ['change.took-effect', president.seatId],
    ]);
    expect(trail[0]?.details).toMatchObject({
      before: { visibleTo: 'partnership' },
      after: { visibleTo: 'public' },
    });
  });

  test('waits for both employer and staff where neither of them proposed', async () => {
    const id = await lesson('parent');
    const change = await propose('parent', id);
    expect(await answer('superintendent', change)).toBe('waiting');
    expect(await visibility(id)).toBe('partnership');
    await refused(answer('board', change));
    expect(await answer('support', change)).toBe('agreed');
    expect(await visibility(id)).toBe('public');
  });

  test('asks the organization that made the record, whoever else agrees', async () => {
    const id = await lesson('parent');
    const change = await propose('superintendent', id);
    expect(await answer('president', change)).toBe('waiting');
    expect(await answer('parent', change)).toBe('agreed');
  });

  test('is never agreed to by the proposing side itself', async () => {
    const id = await lesson('superintendent');
    const change = await propose('superintendent', id);
    await refused(answer('superintendent', change));
    await refused(answer('principal', change));
    // The school board sits on the same side of the table.
    await refused(answer('board', change));
    await refused(answer('representative', change));
    for (const who of ['superintendent', 'principal', 'board', 'representative'] as const)
      await expect(
        sql(who, "select answer_joint_change($1, 'agree', '', $2)", [change, here.clock.now()]),
      ).rejects.toMatchObject({ code: '42501' });
    expect(await visibility(id)).toBe('partnership');
  });

  test('is closed again by two keys as well', async () => {
    const id = await lesson('president', 'public');
    const change = await propose('president', id, 'partnership');
    expect(await answer('superintendent', change)).toBe('agreed');
    expect(await visibility(id)).toBe('partnership');
  });

  test('ends with one no, and the reason is kept', async () => {
    const id = await lesson('superintendent');
    const change = await propose('superintendent', id);
    await expect(answer('president', change, 'decline')).rejects.toMatchObject({
      problems: { reason: 'required' },
    });
    expect(await answer('president', change, 'decline', 'Too early.')).toBe('declined');
    await problem(answer('support', change), 'change.settled');
    const answers = await here.as('superintendent', (ctx) => readAnswers(ctx, change));
    expect(answers).toMatchObject([{ answer: 'decline', reason: 'Too early.' }]);
    expect(await visibility(id)).toBe('partnership');
  });

  test('one proposal at a time for one record', async () => {
    const id = await lesson('superintendent');
    await propose('superintendent', id);
    await problem(propose('president', id), 'change.waits-already');
  });

  test('is proposed by who speaks for an organization or made the record, and by nobody else', async () => {
    const id = await lesson('superintendent');
    await refused(propose('representative', id));
    const own = await lesson('representative');
    const change = await propose('representative', own);
    expect(await answer('superintendent', change)).toBe('agreed');
  });

  test('lapses after thirty days', async () => {
    const id = await lesson('superintendent');
    const change = await propose('superintendent', id);
    const began = here.clock.now();
    here.clock.advance(31 * 86_400_000);
    await problem(answer('president', change), 'change.lapsed');
    expect(await here.as('parent', async (ctx) => (await readJointChange(ctx, change)).state)).toBe(
      'lapsed',
    );
    here.clock.set(began);
  });

  test('a record that moved on since is not changed by an old agreement', async () => {
    const id = await lesson('superintendent');
    const change = await propose('superintendent', id);
    await here.database.owner.query(`update record set visible_to = 'public' where id = $1`, [id]);
    await problem(answer('president', change), 'change.stale');
  });
});

describe('two people in one moment', () => {
  test('agreeing and taking back: one of them happens', async () => {
    for (let round = 0; round < 4; round += 1) {
      const id = await lesson('superintendent');
      const change = await propose('superintendent', id);
      const [agreed, withdrawn] = await Promise.allSettled([
        answer('president', change),
        here.as('superintendent', (ctx) => withdrawJointChange(ctx, change)),
      ]);
      expect([agreed.status, withdrawn.status].sort()).toEqual(['fulfilled', 'rejected']);
      const now = await here.as('parent', (ctx) => readJointChange(ctx, change));
      expect(now.state).toBe(agreed.status === 'fulfilled' ? 'agreed' : 'withdrawn');
      expect(await visibility(id)).toBe(agreed.status === 'fulfilled' ? 'public' : 'partnership');
    }
  });

  test('two agreeing: one counts, the other hears that it is settled', async () => {
    const id = await lesson('superintendent');
    const change = await propose('superintendent', id);
    const both = await Promise.allSettled([answer('president', change), answer('support', change)]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  test('two proposing the same: one waits', async () => {
    const id = await lesson('superintendent');
    const both = await Promise.allSettled([
      propose('superintendent', id),
      propose('president', id),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });
});

describe('in the database itself', () => {
  test('nobody changes who sees a record, or a change, by writing', async () => {
    const id = await lesson('superintendent');
    const change = await propose('superintendent', id);
    for (const [text, values] of [
      [`update record set visible_to = 'public' where id = $1`, [id]],
      [`update lesson set visible_to = 'public'`, []],
      [`update record set created_by_seat = $1`, [here.seats.president.seatId]],
      [`update joint_change set state = 'agreed', settled_at = now() where id = $1`, [change]],
      [
        `insert into joint_change_answer select partnership_id, id, proposed_by_organization, visible_to,
          proposed_by_seat, proposed_by_person, 'agree', '', now() from joint_change where id = $1`,
        [change],
      ],
      [`select apply_visibility($1, now())`, [change]],
      [`select take_joint_change($1, 'visibility', now())`, [change]],
      [`select move_visibility($1, 'public', now())`, [id]],
      [`select open_own_voice($1, $2, current_date, now())`, [id, here.seats.parent.seatId]],
    ] as const)
      for (const who of ['superintendent', 'president'] as const)
        await expect(sql(who, text, [...values]), text).rejects.toMatchObject({ code: '42501' });
    expect(await visibility(id)).toBe('partnership');
  });

  test('an agreed change is taken once', async () => {
    const id = await lesson('superintendent');
    const change = await propose('superintendent', id);
    await answer('president', change);
    await problem(answer('support', change), 'change.settled');
    const again = here.database.owner.query(`select take_joint_change($1, 'visibility', now())`, [
      change,
    ]);
    await expect(again).rejects.toMatchObject({ code: '42501' });
  });

  test('no time is claimed that has not come', async () => {
    const owner = here.database.owner;
    await owner.query('delete from test_clock');
    try {
      const id = await lesson('superintendent');
      await expect(
        sql(
          'superintendent',
          `select propose_joint_change($1, 'visibility', $2, '{}',
          '{"visibleTo":"public"}', 'x', now() + interval '2 minutes')`,
          [here.random.uuid(), id],
        ),
      ).rejects.toMatchObject({ code: '42501' });
      // Nor is an old time kept open: the proposal of a year ago has lapsed.
      const old = await propose('superintendent', id);
      await owner.query(
        `update joint_change set proposed_at = now() - interval '1 year', lapses_at = now() - interval '1 day' where id = $1`,
        [old],
      );
      const { rows } = await sql(
        'president',
        `select answer_joint_change($1, 'agree', '', now() - interval '2 days') as outcome`,
        [old],
      );
      expect(rows).toEqual([{ outcome: 'lapsed' }]);
    } finally {
      await owner.query('insert into test_clock default values');
    }
  });
});

describe('what is closed', () => {
  test('a caucus record has no joint change, and nobody else learns of it', async () => {
    const id = await lesson('president', `caucus:${here.seats.president.organizationId}`);
    await refused(propose('president', id));
    await refused(propose('superintendent', id));
  });

  test('letters name neither the record nor the change', async () => {
    const id = await lesson('superintendent');
    await here.database.owner.query('delete from mail');
    await propose('superintendent', id);
    const { rows } = await here.database.owner.query(
      'select to_address, subject, body, visible_to from mail order by to_address',
    );
    expect(rows.map((row) => row.to_address)).toEqual([
      'president@test.example',
      'support@test.example',
    ]);
    expect(JSON.stringify(rows)).not.toContain('Of superintendent');
    expect(JSON.stringify(rows)).not.toContain('Others can learn');
    expect(rows[0].visible_to).toBeNull();
  });

  test('visitors read no joint changes', async () => {
    const seen = await here.asVisitor((ctx) =>
      ctx.db.selectFrom('jointChange').selectAll().execute(),
    );
    expect(seen).toEqual([]);
  });
});

test('a seat that ended cannot agree', async () => {
  const id = await lesson('superintendent');
  const change = await propose('superintendent', id);
  expect(await here.as('support', (ctx) => readStanding(ctx, change))).toMatchObject({
    mayAnswer: true,
  });
  await here.as('support', async (ctx) => {
    const [term] = await readTerms(ctx, ctx.actor.seat.seatId);
    await endTerm(ctx, term?.id ?? '');
    await expect(
      answerJointChange(ctx, { id: change, answer: 'agree', reason: '' }),
    ).rejects.toMatchObject({ status: 403 });
  });
  await expect(answer('support', change)).rejects.toMatchObject({ status: 404 });
  expect(await visibility(id)).toBe('partnership');
});

import { CompiledQuery } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addAction, closeAction } from '../act/action/server.ts';
import { verifyAudit } from '../partnership/audit/server.ts';
import { answerJointChange } from '../partnership/joint-change/server.ts';
import {
  placeHold,
  proposeLifting,
  proposeRemoval,
  readDue,
  readHindrances,
  readHolds,
  readRetention,
  readTombstones,
} from '../partnership/retention/server.ts';
import {
  type CastName,
  type TestPartnership,
  testPartnership,
} from '../partnership/testing/test-partnership.ts';
import { answerVoice, raiseVoice } from '../prepare/voice/server.ts';
import { registerJointChangeKinds } from './joint-change-kinds.ts';

registerJointChangeKinds();

let here: TestPartnership;
let voiceId: string;
let other: string;
let actionId: string;
beforeAll(async () => {
  here = await testPartnership();
  voiceId = await voice('The secret of the bus.');
  other = await voice('The gym is cold.');
  actionId = await here.as('superintendent', (ctx) =>
    addAction(ctx, {
      title: 'Ask the company',
      ownerSeat: ctx.actor.seat.seatId,
      dueOn: '2026-11-01',
      details: 'Call them.',
      fromId: voiceId,
    }),
  );
});
afterAll(() => here.close());

async function voice(body: string): Promise<string> {
  const id = await here.as('parent', (ctx) =>
    raiseVoice(ctx, {
      sort: 'concern',
      body,
      locale: 'en',
      visibility: 'partnership',
      named: true,
      answerSeat: here.seats.parent.seatId,
      answerDays: 3,
    }),
  );
  await here.as('parent', (ctx) => answerVoice(ctx, { voiceId: id, answer: 'First answer.' }));
  await here.as('parent', (ctx) => answerVoice(ctx, { voiceId: id, answer: 'Second answer.' }));
  return id;
}
const propose = (who: CastName, recordId: string) =>
  here.as(who, (ctx) => proposeRemoval(ctx, { recordId, reason: 'Its time is over.' }));
const agree = (who: CastName, id: string) =>
  here.as(who, (ctx) => answerJointChange(ctx, { id, answer: 'agree', reason: '' }));
const hindrance = async (id: string) =>
  (await here.as('superintendent', (ctx) => readHindrances(ctx, [id]))).get(id);
const sql = (who: CastName, statement: string, values: unknown[] = []) =>
  here.as(who, ({ db }) =>
    db.executeQuery<{ outcome: unknown }>(CompiledQuery.raw(statement, values)),
  );
const day = (date: string) => here.clock.set(`${date}T15:00:00Z`);
const due = (date: string) => here.as('superintendent', (ctx) => readDue(ctx, date, 50));
const refused = { code: '42501' };

describe('before its time is over', () => {
  test('nothing is due, and nobody can propose it', async () => {
    expect(await due('2026-10-01')).toEqual([]);
    await expect(propose('superintendent', voiceId)).rejects.toMatchObject({
      problems: { form: 'retention.not-due' },
    });
    await expect(propose('principal', voiceId)).rejects.toMatchObject({ status: 403 });
  });

  test('an agreement alone removes nothing: the database looks at the schedule itself', async () => {
    const id = here.random.uuid();
    await sql(
      'superintendent',
      `select propose_joint_change($1, 'removal', $2, '{}', '{}', 'now', $3)`,
      [id, voiceId, here.clock.now()],
    );
    await expect(agree('parent', id).then(() => agree('president', id))).rejects.toMatchObject({
      problems: { form: 'retention.not-due' },
    });
    expect(await here.as('parent', (ctx) => readRetention(ctx, [voiceId]))).toHaveLength(1);
  });

  test('nobody carries it out without an agreement', async () => {
    await expect(
      sql('superintendent', 'select remove_record($1, now())', [here.random.uuid()]),
    ).rejects.toMatchObject(refused);
    await expect(
      sql('superintendent', 'insert into being_removed values ($1, $2)', [
        here.partnershipId,
        voiceId,
      ]),
    ).rejects.toMatchObject(refused);
    await expect(
      sql('superintendent', 'select removal_hindrance($1, $2, now())', [
        here.partnershipId,
        voiceId,
      ]),
    ).rejects.toMatchObject(refused);
  });
});

describe('when its time is over', () => {
  test('what it led to is kept first; then it is due', async () => {
    day('2033-10-02');
    await expect(due('2033-10-01')).resolves.toEqual([]);
    expect((await due('2033-10-02')).toSorted()).toEqual([voiceId, other].toSorted());
    expect(await hindrance(voiceId)).toBe('led-on');
    expect(await hindrance(other)).toBeNull();
    await expect(propose('superintendent', voiceId)).rejects.toMatchObject({
      problems: { form: 'retention.led-on' },
    });
  });

  test('one side alone removes nothing, and a hold in between stops it', async () => {
    const change = await propose('superintendent', other);
    await expect(agree('superintendent', change)).rejects.toMatchObject({ status: 403 });
    await here.as('president', (ctx) =>
      placeHold(ctx, { scope: 'record', record: other, reason: 'File 3' }),
    );
    await agree('parent', change);
    await expect(agree('president', change)).rejects.toMatchObject({
      problems: { form: 'retention.held' },
    });
    expect(await hindrance(other)).toBe('held');
  });

  test('a hold is lifted by two sides', async () => {
    const [hold] = await here.as('president', (ctx) => readHolds(ctx));
    const change = await here.as('president', (ctx) =>
      proposeLifting(ctx, { holdId: hold?.id ?? '', reason: 'Settled' }),
    );
    await expect(agree('president', change)).rejects.toMatchObject({ status: 403 });
    await expect(sql('president', 'select lift_hold($1, now())', [change])).rejects.toMatchObject(
      refused,
    );
    expect(await agree('superintendent', change)).toBe('agreed');
    const lifted = await here.as('parent', (ctx) => readHolds(ctx));
    expect(lifted[0]?.liftedAt).toEqual(here.clock.now());
    expect(await hindrance(other)).toBeNull();
  });

  test('it goes with all that hangs on it; a mark stays, and the trail proves itself', async () => {
    const { owner } = here.database;
    const [waiting] = (
      await owner.query<{ id: string }>(
        `select id from joint_change where record_id = $1 and state = 'waiting' and kind = 'removal'`,
        [other],
      )
    ).rows;
    const entries = (await verifyAudit(owner))[0]?.entries ?? 0;
    expect(await agree('president', waiting?.id ?? '')).toBe('agreed');
    const left = await owner.query<{ table: string; row: string }>(
      `select 'record' as table, to_jsonb(t)::text as row from record t union all select 'voice', to_jsonb(t)::text from voice t
       union all select 'voice_author', to_jsonb(t)::text from voice_author t union all select 'audit', to_jsonb(t)::text from audit_entry t
       union all select 'change', to_jsonb(t)::text from joint_change t`,
    );
    const naming = left.rows.filter(({ row }) => row.includes(other));
    expect(new Set(naming.map(({ table }) => table))).toEqual(new Set(['audit', 'change']));
    for (const { row } of naming) expect(row).not.toMatch(/gym|First answer/);
    expect(left.rows.some(({ row }) => row.includes('First answer'))).toBe(true);
    expect(await here.as('board', (ctx) => readTombstones(ctx))).toMatchObject([
      {
        id: other,
        kind: 'voice',
        createdOn: '2026-10-01',
        keptUntil: '2033-10-01',
        proposedBy: 'Superintendent',
        agreedBy: 'President',
      },
    ]);
    const [verdict] = await verifyAudit(owner);
    expect(verdict).toMatchObject({ broken: null });
    expect(verdict?.entries).toBeGreaterThan(entries);
  });

  test('a note that somebody else took out of the trail is found', async () => {
    const client = await here.database.owner.connect();
    try {
      await client.query('begin');
      await client.query(
        `update audit_entry set details = jsonb_build_object('removed', audit_note_digest(details)) where record_id = $1`,
        [voiceId],
      );
      const [verdict] = await verifyAudit(client);
      expect(verdict?.broken).toMatchObject({ reason: 'changed' });
    } finally {
      await client.query('rollback');
      client.release();
    }
  });

  test('the chain goes from its end to its beginning', async () => {
    await here.as('superintendent', (ctx) =>
      closeAction(ctx, { actionId, as: 'done', note: 'Called.' }),
    );
    day('2036-12-01');
    for (const recordId of [actionId, voiceId]) {
      const change = await propose('president', recordId);
      await agree('parent', change).catch(() => 'not asked');
      await agree('superintendent', change);
    }
    expect(await due('2036-12-01')).toEqual([]);
    expect(await here.as('board', (ctx) => readTombstones(ctx))).toHaveLength(3);
    expect((await verifyAudit(here.database.owner))[0]?.broken).toBeNull();
  });
});

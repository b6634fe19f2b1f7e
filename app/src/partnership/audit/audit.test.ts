import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { playCaucus } from '../caucus/server.ts';
import { insertRecord } from '../record/server.ts';
import { addSeat } from '../seat/server.ts';
import {
  type CastName,
  type TestPartnership,
  testPartnership,
} from '../testing/test-partnership.ts';
import { audit } from './audit.ts';
import { type AuditFilter, placeText, readAuditFilter, readPlace } from './audit-filter.ts';
import { readAudit } from './audit-lines.store.ts';
import { compareAuditCopy, NotACopy } from './compare-audit-copy.ts';
import { exportAudit } from './export-audit.store.ts';
import { verifyAudit } from './verify-audit.ts';

let it: TestPartnership;
let goalId: string;
beforeAll(async () => {
  it = await testPartnership();
  const caucus = playCaucus<CastName>(it.as, { passphrase: 'for a test alone', scryptWork: 1 });
  await caucus.begin('president');
  await caucus.open('president', { sort: 'note', title: 'secret plan', body: 'words' });
  it.clock.set('2026-10-05T14:00:00Z');
  goalId = await it.as('board', async (ctx) => {
    const visibleTo = 'partnership';
    const id = await insertRecord(ctx, {
      kind: 'goal',
      title: 'Readers',
      state: 'proposed',
      visibleTo,
    });
    await audit(ctx, 'goal.proposed', { visibleTo, recordId: id });
    await addSeat(ctx, {
      organizationId: ctx.actor.seat.organizationId,
      title: 'Vice chair',
      lead: false,
    });
    return id;
  });
});
afterAll(() => it.close());

const read = (filter: AuditFilter, who: 'president' | 'superintendent' = 'superintendent') =>
  it.as(who, async (ctx) => (await readAudit(ctx, { filter })).lines);
const actions = async (filter: AuditFilter) => (await read(filter)).map(({ action }) => action);

describe('reading', () => {
  test('the trail of a caucus is for its own organization alone', async () => {
    const [mine, theirs] = [await read({}, 'president'), await read({})];
    expect(mine.some((line) => line.action === 'caucus.opened')).toBe(true);
    expect(theirs.some((line) => line.action === 'caucus.opened')).toBe(false);
    expect(await it.as('superintendent', (ctx) => exportAudit(ctx))).not.toContain('caucus.opened');
  });

  test('by what it was about, by whom, by record and by day', async () => {
    const { board, superintendent } = it.seats;
    expect(await actions({ noun: 'goal' })).toEqual(['goal.proposed']);
    expect(await actions({ recordId: goalId })).toEqual(['goal.proposed']);
    const byBoard = await read({ organizationId: board.organizationId });
    expect(byBoard.map(({ organization }) => organization)).toEqual(
      byBoard.map(() => 'Test board'),
    );
    expect(byBoard.map(({ action }) => action)).toContain('seat.added');
    expect((await read({ seatId: superintendent.seatId })).length).toBeGreaterThan(3);
    expect(await actions({ from: '2026-10-05' })).toEqual(['seat.added', 'goal.proposed']);
    expect(await actions({ until: '2026-10-04', organizationId: board.organizationId })).toEqual([
      'seat.taken',
    ]);
    expect(await actions({ noun: 'goal', until: '2026-10-04' })).toEqual([]);
  });

  test('days are those of the partnership’s clocks', async () => {
    it.clock.set('2026-10-11T03:30:00Z');
    await it.as('board', (ctx) => audit(ctx, 'goal.endorsed', { visibleTo: 'partnership' }));
    expect(await actions({ from: '2026-10-10', until: '2026-10-10' })).toEqual(['goal.endorsed']);
    expect(await actions({ from: '2026-10-11' })).toEqual([]);
  });

  test('names what a line was about, as far as the reader may read it', async () => {
    const taken = (
      await read({ noun: 'seat', organizationId: it.seats.board.organizationId })
    ).find(({ action }) => action === 'seat.taken');
    expect(taken?.objects).toEqual([
      {
        sort: 'seat',
        id: it.seats.board.seatId,
        name: 'Board chair',
        more: 'Test board',
      },
    ]);
    const [goal] = await read({ recordId: goalId });
    expect(goal?.record).toEqual({ id: goalId, kind: 'goal', title: 'Readers' });
    const caucusRecord = await it.as('president', (ctx) =>
      insertRecord(ctx, {
        kind: 'voice',
        title: 'among us',
        state: 'waiting',
        visibleTo: `caucus:${ctx.actor.seat.organizationId}`,
      }),
    );
    await it.as('president', (ctx) =>
      audit(ctx, 'goal.proposed', { visibleTo: 'partnership', details: { from: caucusRecord } }),
    );
    const [latest] = await read({});
    expect(latest?.objects).toEqual([]);
    expect((await read({}, 'president'))[0]?.objects[0]?.name).toBe('among us');
  });

  test('an address keeps the question; nonsense in it asks for everything', () => {
    const ask = (text: string) => {
      const query = new URLSearchParams(text);
      return readAuditFilter((name) => query.get(name) ?? undefined);
    };
    expect(ask('kind=goal&from=2026-10-01&until=2026-02-30').filter).toMatchObject({
      noun: 'goal',
      from: '2026-10-01',
      until: undefined,
    });
    expect(ask('until=2026-02-30').notDays).toEqual(['until']);
    expect(ask(`kind=' or 1=1&by=seat:x&record=1`).filter).toEqual(
      Object.fromEntries(
        ['noun', 'organizationId', 'seatId', 'recordId', 'from', 'until'].map((key) => [
          key,
          undefined,
        ]),
      ),
    );
    const place = { at: new Date('2026-10-05T14:00:00Z'), visibleTo: 'partnership', number: 7 };
    expect(readPlace(placeText(place))).toEqual(place);
    expect(readPlace('1.2.x y')).toBeUndefined();
  });
});

describe('whole or not', () => {
  const verdict = async () => (await verifyAudit(it.database.owner))[0]?.broken;
  const spoil = async (statement: string, values: unknown[] = []) => {
    const { owner } = it.database;
    await owner.query('create table kept_entry as select * from audit_entry');
    await owner.query('create table kept_head as select * from audit_head');
    await owner.query(statement, values);
    const found = await verdict();
    await owner.query('delete from audit_entry; delete from audit_head');
    await owner.query('insert into audit_entry select * from kept_entry');
    await owner.query('insert into audit_head select * from kept_head');
    await owner.query('drop table kept_entry, kept_head');
    return found;
  };
  const chain = `visible_to = 'partnership'`;
  const last = async () => {
    const { rows } = await it.database.owner.query<{ last: string }>(
      `select max(number) as last from audit_entry where ${chain}`,
    );
    return Number(rows[0]?.last);
  };

  test('a whole trail is proven whole', async () => {
    expect(await verdict()).toBeNull();
  });

  test('names the entry that was changed, in any of its parts', async () => {
    for (const change of [
      `details = '{"name":"x"}'`,
      `action = 'x.y'`,
      `at = at + interval '1 second'`,
      'seat_id = null',
      'person_id = null',
      'record_id = gen_random_uuid()',
    ])
      expect(
        await spoil(`update audit_entry set ${change} where ${chain} and number = 2`),
        change,
      ).toMatchObject({ chain: 'partnership', number: 2, reason: 'changed' });
  });

  test('names a gap, the end that was cut off, and what was slipped in', async () => {
    const end = await last();
    expect(await spoil(`delete from audit_entry where ${chain} and number = 3`)).toMatchObject({
      chain: 'partnership',
      number: 3,
      reason: 'missing',
    });
    expect(
      await spoil(`delete from audit_entry where ${chain} and number > $1`, [end - 2]),
    ).toEqual({
      chain: 'partnership',
      number: end - 1,
      reason: 'missing',
      at: expect.any(Date),
    });
    expect(await spoil(`delete from audit_entry where ${chain}`)).toMatchObject({
      number: 1,
      reason: 'missing',
    });
    expect(await spoil(`update audit_head set number = number - 1 where ${chain}`)).toMatchObject({
      number: end,
      reason: 'added',
    });
    expect(await spoil(`delete from audit_head where ${chain}`)).toMatchObject({
      number: 1,
      reason: 'added',
    });
    expect(
      await spoil(`update audit_entry set hash = sha256('x') where ${chain} and number = $1`, [
        end,
      ]),
    ).toMatchObject({ number: end });
  });

  test('a chain that was written anew is given away by a copy from before', async () => {
    const { owner } = it.database;
    const copy = await it.as('board', (ctx) => exportAudit(ctx));
    const compared = async (kept = copy) => compareAuditCopy(owner, it.slug, kept);
    expect(await compared()).toEqual({ lines: await last(), differs: null });
    await owner.query(
      `update audit_entry set details = '{"name":"x"}' where ${chain} and number = 2`,
    );
    await owner.query(`do $$
      declare e audit_entry; before bytea;
      begin
        for e in select * from audit_entry where visible_to = 'partnership' order by number loop
          before := coalesce((select hash from audit_entry a where a.partnership_id = e.partnership_id
            and a.visible_to = e.visible_to and a.number = e.number - 1), e.previous_hash);
          update audit_entry a set previous_hash = before, hash = audit_hash(before, e.partnership_id, e.visible_to,
              e.number, e.at, e.person_id, e.seat_id, e.action, e.record_id, e.details)
            where a.partnership_id = e.partnership_id and a.visible_to = e.visible_to and a.number = e.number;
        end loop;
        update audit_head h set hash = (select hash from audit_entry a where a.partnership_id = h.partnership_id
          and a.visible_to = h.visible_to and a.number = h.number) where h.visible_to = 'partnership';
      end $$`);
    expect(await verdict()).toBeNull();
    expect((await compared()).differs).toMatchObject({
      chain: 'partnership',
      number: 2,
      reason: 'rewritten',
    });
    await expect(compared('{"number":1}')).rejects.toThrow(NotACopy);
    await expect(compared('no json')).rejects.toThrow('Line 1');
  });
});

test('the application adds lines and does nothing else to them', async () => {
  const { app } = it.database;
  for (const statement of [
    `update audit_entry set action = 'x.y'`,
    'delete from audit_entry',
    'truncate audit_entry',
    'truncate audit_entry, audit_head cascade',
    'insert into audit_entry select * from audit_entry',
    'drop table audit_entry',
    'alter table audit_entry disable row level security',
    'create trigger t before insert on audit_entry for each row execute function minutes_kept()',
    'select * from audit_head',
    'update audit_head set number = 0',
    'delete from audit_head',
    `select audit_write(null, null, 'x.y', now(), 'partnership', null, '{}')`,
    'create or replace function audit_append(text, timestamptz, text, uuid, jsonb) returns void language sql as $$ $$',
    `set session_replication_role = 'replica'`,
  ])
    await expect(app.query(statement), statement).rejects.toThrow(
      /permission denied|must be owner/,
    );
});

test('a hundred thousand lines are read as fast on the last page as on the first', async () => {
  const { owner } = it.database;
  await owner.query(
    `insert into audit_entry select $1, 'partnership', n, '2025-01-01'::timestamptz + n * interval '3 minutes',
       null, $2, (array['goal.endorsed', 'voice.raised', 'seat.taken'])[1 + n % 3], null, '{}', '\\x00', '\\x00'
     from generate_series(1001, 101000) n`,
    [it.partnershipId, it.seats.board.seatId],
  );
  await owner.query('analyze audit_entry');
  const timed = async (question: Parameters<typeof readAudit>[1]) => {
    const began = performance.now();
    const { lines } = await it.as('superintendent', (ctx) => readAudit(ctx, question));
    expect(lines.length).toBe(50);
    return performance.now() - began;
  };
  const deep = { at: new Date('2025-01-10T00:00:00Z'), visibleTo: 'partnership', number: 2000 };
  const questions = {
    first: {},
    deep: { olderThan: deep },
    back: { newerThan: deep },
    kind: { filter: { noun: 'voice' } },
    seat: { filter: { seatId: it.seats.board.seatId }, olderThan: deep },
    organization: { filter: { organizationId: it.seats.board.organizationId } },
    period: { filter: { from: '2025-03-01', until: '2025-03-31' } },
  };
  const took: Record<string, number> = {};
  for (const [name, question] of Object.entries(questions)) {
    await timed(question);
    took[name] = Math.round(await timed(question));
  }
  console.log('A page of 50 among 100,000 lines, ms:', JSON.stringify(took));
  for (const [name, ms] of Object.entries(took)) expect(ms, name).toBeLessThan(1000);
});

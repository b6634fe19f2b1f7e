import type { Pool, PoolClient } from 'pg';
import { readViewAs } from '../src/partnership/access/index.ts';
import { receiptHash } from '../src/prepare/listening/server.ts';
import { type LeakActor, maySee } from './may-see.ts';
import { maySeeRow } from './may-see-row.ts';
import { forgedRows, mayAddRow, mayChangeRow, mayRemoveRow, tellingRows } from './may-write-row.ts';
import { keyOf, type LeakTable, type Row } from './tables.ts';
import type { Tally } from './tally.ts';
import type { World } from './world/build-world.ts';

export interface Matrix {
  world: World;
  tables: readonly LeakTable[];
}

export const probes = `
create function public.leak_try_adds(t text, columns text, candidates jsonb)
  returns table (place integer, code text, message text) language plpgsql as $$
declare candidate jsonb;
begin
  place := 0;
  for candidate in select * from jsonb_array_elements(candidates) loop
    begin
      execute format('insert into %s (%s) select %s from jsonb_populate_record(null::%s, $1)', t, columns, columns, t)
        using candidate;
      raise exception 'added' using errcode = 'ZZ000';
    exception when others then
      code := sqlstate; message := sqlerrm;
      return next;
    end;
    place := place + 1;
  end loop;
end $$;
create function public.leak_try_removes(t text, key text[], candidates jsonb)
  returns table (place integer, outcome text) language plpgsql as $$
declare candidate jsonb; removed integer;
begin
  place := 0;
  for candidate in select * from jsonb_array_elements(candidates) loop
    begin
      execute format('delete from %s t where exists (select from jsonb_populate_record(null::%s, $1) c where %s)',
        t, t, (select string_agg(format('t.%I = c.%I', k, k), ' and ') from unnest(key) k)) using candidate;
      get diagnostics removed = row_count;
      raise exception '%', case when removed = 0 then 'kept' else 'removed' end using errcode = 'ZZ000';
    exception when others then
      outcome := case when sqlstate = 'ZZ000' then sqlerrm else 'guarded' end;
      return next;
    end;
    place := place + 1;
  end loop;
end $$;
grant execute on function public.leak_try_adds(text, text, jsonb), public.leak_try_removes(text, text[], jsonb) to public`;

/** Runs in a transaction of the actor's that leaves nothing behind. */
export async function asActor<Result>(
  { world }: Matrix,
  actor: LeakActor,
  work: (client: PoolClient) => Promise<Result>,
): Promise<Result> {
  const { app, auth } = world.here.database;
  const pool: Pool = actor.way.by === 'sign-in role' ? auth : app;
  const client = await pool.connect();
  try {
    await client.query('begin');
    await enter(client, actor, world.here.clock.now());
    return await work(client);
  } finally {
    await client.query('rollback');
    client.release();
  }
}

async function enter(client: PoolClient, { way }: LeakActor, at: Date): Promise<void> {
  if (way.by === 'session')
    await client.query('select enter_session($1, $2, $3, $4)', [way.token, way.slug, way.hat, at]);
  const view = way.by === 'session' && way.as ? readViewAs(way.as) : null;
  if (view) {
    const { what, side = null, teamId = null } = { side: null, teamId: null, ...view };
    await client.query('select enter_view_as($1, $2, $3, $4)', [what, side, teamId, at]);
  }
  if (way.by === 'link') await client.query('select enter_link($1, $2)', [way.token, at]);
  if (way.by === 'receipt')
    await client.query('select enter_receipt($1)', [receiptHash(way.receipt)]);
}

/** Every row of these tables, as this actor: exactly those that the design shows are there. */
export async function tryReads(
  matrix: Matrix,
  actor: LeakActor,
  tables: readonly LeakTable[],
  tally: Tally,
): Promise<void> {
  await asActor(matrix, actor, async (client) => {
    for (const table of tables) {
      const shown = await select(client, actor, table);
      const got = new Set(shown.map((row) => keyOf(table, row)));
      for (const row of table.rows) {
        const key = keyOf(table, row);
        const may = maySeeRow(matrix.tables, actor, table, row);
        tally.count(actor);
        if (may !== got.has(key))
          tally.failures.push(`${actor.key} ${may ? 'misses' : 'reads'} ${table.name} ${key}`);
        got.delete(key);
      }
      for (const key of got) tally.failures.push(`${actor.key} reads unknown ${table.name} ${key}`);
      tryWords(matrix, actor, table, shown, tally);
    }
  });
}

async function select(client: PoolClient, { way }: LeakActor, table: LeakTable): Promise<Row[]> {
  const mayAsk = way.by === 'sign-in role' ? table.name.startsWith('auth.') : table.granted.select;
  if (!mayAsk) return refused(client, table);
  const { rows } = await client.query<{ row: Row }>(
    `select to_jsonb(t) as row from ${table.name} t`,
  );
  return rows.map(({ row }) => row);
}

/** Without any privilege the table is not even empty. */
async function refused(client: PoolClient, { name }: LeakTable): Promise<Row[]> {
  await client.query('savepoint before');
  try {
    const { rows } = await client.query<{ row: Row }>(`select to_jsonb(t) as row from ${name} t`);
    return rows.map(({ row }) => row);
  } catch (error) {
    if ((error as { code?: string }).code !== '42501') throw error;
    return [];
  } finally {
    await client.query('rollback to savepoint before');
  }
}

/** Words say whom they were written for, whatever the row they landed in says. */
function tryWords(
  { world }: Matrix,
  actor: LeakActor,
  table: LeakTable,
  shown: readonly Row[],
  tally: Tally,
): void {
  if (actor.way.by === 'sign-in role') return;
  // How a member of a public body votes is public under the member's name, by law.
  const words =
    table.name === 'public.roll_call'
      ? shown.map(({ member: _, seat_title: __, ...vote }) => vote)
      : shown;
  for (const marker of world.markers.in(JSON.stringify(words))) {
    tally.count(actor);
    if (!maySee(actor, marker))
      tally.failures.push(`${actor.key} reads “${marker.what}” in ${table.name}`);
  }
}

/** Adding, changing and removing each row, as this actor. */
export async function tryWrites(
  matrix: Matrix,
  actor: LeakActor,
  tables: readonly LeakTable[],
  tally: Tally,
): Promise<void> {
  if (actor.way.by === 'sign-in role') return;
  await asActor(matrix, actor, async (client) => {
    for (const table of tables) {
      if (table.granted.insert.length > 0) await tryAdds(matrix, actor, table, client, tally);
      if (table.granted.update.length > 0) await tryChanges(matrix, actor, table, client, tally);
      if (table.granted.delete) await tryRemoves(matrix, actor, table, client, tally);
    }
  });
}

async function tryAdds(
  { world, tables }: Matrix,
  actor: LeakActor,
  table: LeakTable,
  client: PoolClient,
  tally: Tally,
): Promise<void> {
  const candidates = [...tellingRows(table), ...forgeries(world, tables, actor, table)];
  const columns = table.granted.insert.map((column) => `"${column}"`).join(', ');
  const { rows } = await client.query<{ place: number; code: string; message: string }>(
    'select * from leak_try_adds($1, $2, $3)',
    [table.name, columns, JSON.stringify(candidates)],
  );
  for (const { place, code, message } of rows) {
    // A guard of the table's own speaks before the policies do.
    if (code === '42501' && !message.includes('row-level security')) continue;
    const row = candidates[place]!;
    const may = mayAddRow(tables, actor, table, row);
    tally.count(actor);
    if (may !== (code !== '42501'))
      tally.failures.push(
        `${actor.key} ${may ? 'may not' : 'may'} add ${table.name} ${keyOf(table, row)} (${code} ${message})`,
      );
  }
}

function forgeries(
  world: World,
  tables: readonly LeakTable[],
  actor: LeakActor,
  table: LeakTable,
): readonly Row[] {
  if (!actor.seat) return [];
  const [there, beside] = strangersTo(world, actor);
  return forgedRows(tables, actor, table, {
    organizationId: beside.seat?.organizationId ?? '',
    partnershipId: there.partnershipId ?? '',
  });
}

/** An update that changes nothing, of every row at once, without reading any: only the policies limit it. */
async function tryChanges(
  { world, tables }: Matrix,
  actor: LeakActor,
  table: LeakTable,
  client: PoolClient,
  tally: Tally,
): Promise<void> {
  const expected = table.rows.filter((row) => mayChangeRow(tables, actor, table, row)).length;
  const same = touchOf(table, actor.partnershipId ?? world.here.partnershipId);
  const changed = await attempt(client, `update ${table.name} set ${same}`);
  tally.count(actor, table.rows.length);
  if (changed !== expected)
    tally.failures.push(`${actor.key} changes ${changed}, not ${expected}, of ${table.name}`);
  if (expected === 0) return;
  for (const move of movesOf(world, actor, table)) {
    tally.count(actor);
    const moved = await attempt(client, `update ${table.name} set ${move}`);
    if (moved !== 'refused')
      tally.failures.push(`${actor.key} sets ${move} in ${table.name}: ${moved}`);
  }
}

/** A change that says nothing new, without reading where a guard does not compare what was there before. */
function touchOf({ name, granted }: LeakTable, partnershipId: string): string {
  if (granted.update.includes('partnership_id')) return `partnership_id = '${partnershipId}'`;
  const [column] = granted.update;
  return touches[name] ?? `"${column}" = "${column}"`;
}
const touches: Record<string, string> = {
  'public.partnership': `place = 'here'`,
  'public.person': 'on_roster = false',
  'public.seat': 'site_id = null',
  'public.term': 'roster_left_on = null',
  'public.invitation': 'withdrawn_at = null',
  'public.record': `changed_at = '2026-10-01'`,
  'public.indicator_value': `note = 'touched'`,
  'public.listening_link': 'closed_at = null',
  'public.site': 'roster_id = null',
  'public.roster_import': `state = 'set-aside', plan = null, applied_at = null`,
  'public.goal': 'adopted_at = null',
  'public.team': 'sunset_on = null',
  'public.meeting_series': 'ended_at = null',
  'public.meeting': 'minutes_by_seat = null',
  'public.attendance': `noted_at = '2026-10-01'`,
  'public.action': `due_on = '2026-10-01'`,
  'public.cycle': 'closed_at = null',
  'public.organization': `name = 'touched'`,
  'public.person_contact': `email = 'touched@test.example'`,
  'public.records_request': 'file_digest = null',
  'public.caucus_member': `made_at = '2026-10-01'`,
  'public.caucus_private_key': 'passkey = null, by_passkey = null',
  'public.caucus_generation': `recovery_recipient = 'age1${'q'.repeat(58)}'`,
  'public.caucus_thread': `changed_at = '2026-10-01'`,
  'public.caucus_post': 'version = 1',
  'public.discussion_post': 'changed_at = null',
};

/** Out of reach: another partnership, people the actor does not belong to, somebody else's seat. */
function movesOf(world: World, actor: LeakActor, { name, granted, rows }: LeakTable): string[] {
  if (name === 'public.partnership' || !rows[0]) return [];
  const [there, beside] = strangersTo(world, actor);
  const moves = [`partnership_id = '${there.partnershipId}'`];
  if ('visible_to' in rows[0]) moves.push(`visible_to = 'caucus:${beside.seat?.organizationId}'`);
  if (granted.update.includes('visible_to') === false && 'visible_to' in rows[0])
    moves.push(`visible_to = 'partnership'`, `visible_to = 'public'`);
  if ('created_by_seat' in rows[0] && !granted.update.includes('created_by_seat'))
    moves.push(`created_by_seat = '${actor.seat?.seatId}'`);
  if (name === 'public.indicator_value') moves.push(`entered_by_seat = '${beside.seat?.seatId}'`);
  if (name === 'public.team_seat') moves.push(`seat_id = '${beside.seat?.seatId}'`);
  return moves;
}

/** Somebody of another partnership, and somebody of another organization at the same table. */
function strangersTo({ actors }: World, actor: LeakActor): [LeakActor, LeakActor] {
  const seated = actors.filter(({ seat }) => seat !== null);
  const there = seated.find(({ partnershipId }) => partnershipId !== actor.partnershipId);
  const beside = seated.find(
    ({ partnershipId, seat }) =>
      partnershipId === actor.partnershipId && seat?.organizationId !== actor.seat?.organizationId,
  );
  if (!there || !beside) throw new Error(`${actor.key} is alone in the world.`);
  return [there, beside];
}

/** How many rows, or what the database answered instead. */
async function attempt(client: PoolClient, statement: string): Promise<number | string> {
  await client.query('savepoint attempt');
  try {
    return (await client.query(statement)).rowCount ?? 0;
  } catch (error) {
    const { code, message } = error as { code?: string; message: string };
    return code === '42501' ? 'refused' : `${code} ${message}`;
  } finally {
    await client.query('rollback to savepoint attempt');
  }
}

async function tryRemoves(
  { tables }: Matrix,
  actor: LeakActor,
  table: LeakTable,
  client: PoolClient,
  tally: Tally,
): Promise<void> {
  const may = table.rows.map((row) => mayRemoveRow(tables, actor, table, row));
  tally.count(actor, table.rows.length);
  if (!may.includes(true)) {
    const removed = await attempt(client, `delete from ${table.name}`);
    if (removed !== 0) tally.failures.push(`${actor.key} removes ${removed} of ${table.name}`);
    return;
  }
  const { rows } = await client.query<{ place: number; outcome: string }>(
    'select * from leak_try_removes($1, $2, $3)',
    [table.name, table.key, JSON.stringify(table.rows)],
  );
  for (const { place, outcome } of rows) {
    if (outcome === 'guarded') continue;
    if (may[place] !== (outcome === 'removed'))
      tally.failures.push(
        `${actor.key}: ${table.name} ${keyOf(table, table.rows[place]!)} is ${outcome}`,
      );
  }
}

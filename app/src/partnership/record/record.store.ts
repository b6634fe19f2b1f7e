import { sql } from 'kysely';
import { type Ctx, notFound, type SeatedCtx } from '../access/server.ts';
import type { RecordHead, RecordKind, RecordStateOf } from './record.ts';

const headColumns = [
  'id',
  'kind',
  'title',
  'state',
  'visibleTo',
  'createdAt',
  'changedAt',
  'createdBySeat',
] as const;

/** The row that every record begins with. Returns its id. */
export async function insertRecord<Kind extends RecordKind>(
  ctx: SeatedCtx,
  record: {
    kind: Kind;
    title: string;
    state: RecordStateOf<Kind>;
    visibleTo: string;
    siteId?: string | null | undefined;
    cycleId?: string | null | undefined;
    /** False where the person asked not to be named. */
    named?: boolean;
  },
): Promise<string> {
  const id = ctx.random.uuid();
  const now = ctx.clock.now();
  await ctx.db
    .insertInto('record')
    .values({
      partnershipId: ctx.actor.partnership.id,
      id,
      kind: record.kind,
      title: record.title,
      state: record.state,
      visibleTo: record.visibleTo,
      siteId: record.siteId ?? null,
      cycleId: record.cycleId ?? null,
      createdAt: now,
      changedAt: now,
      createdBySeat: record.named === false ? null : ctx.actor.seat.seatId,
    })
    .execute();
  return id;
}

/** The head of a record that this actor may read; otherwise there is nothing here. */
export async function readHead<Kind extends RecordKind>(
  ctx: Ctx,
  kind: Kind,
  id: string,
): Promise<RecordHead & { kind: Kind; state: RecordStateOf<Kind> }> {
  const row = await ctx.db
    .selectFrom('record')
    .select(headColumns)
    .where('id', '=', id)
    .where('kind', '=', kind)
    .where('partnershipId', '=', ctx.actor.partnership?.id ?? null)
    .executeTakeFirst();
  if (!row) throw notFound();
  return row as RecordHead & { kind: Kind; state: RecordStateOf<Kind> };
}

/** Heads of several records at once, in no order; those the actor may not read are absent. */
export async function readHeads(ctx: Ctx, ids: readonly string[]): Promise<RecordHead[]> {
  if (ids.length === 0) return [];
  const rows = await ctx.db
    .selectFrom('record')
    .select(headColumns)
    .where('partnershipId', '=', ctx.actor.partnership?.id ?? null)
    .where('id', 'in', ids)
    .execute();
  return rows as RecordHead[];
}

export async function setState<Kind extends RecordKind>(
  ctx: Ctx,
  record: { id: string; kind: Kind },
  state: RecordStateOf<Kind>,
): Promise<void> {
  await ctx.db
    .updateTable('record')
    .set({ state, changedAt: ctx.clock.now() })
    .where('partnershipId', '=', ctx.actor.partnership?.id ?? null)
    .where('id', '=', record.id)
    .execute();
}

/** Notes that one record led to another. Saying it twice changes nothing. */
export async function linkRecords(ctx: Ctx, fromId: string, toId: string): Promise<void> {
  await ctx.db
    .insertInto('recordLink')
    .values({
      partnershipId: ctx.actor.partnership?.id ?? '',
      fromId,
      toId,
      createdAt: ctx.clock.now(),
      createdBySeat: ctx.actor.seat?.seatId ?? null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export interface ChainLink {
  head: RecordHead;
  /** Steps from the record itself: -1 led directly here, 1 came directly of it. */
  distance: number;
  /** Something came of it. */
  leadsOn: boolean;
}

/** Everything that led to a record and everything that came of it, as far as this actor may see. One query. */
export async function readChain(ctx: Ctx, id: string): Promise<ChainLink[]> {
  const partnershipId = ctx.actor.partnership?.id ?? null;
  const { rows } = await sql<RecordHead & { distance: number; leadsOn: boolean }>`
    with recursive
    before (id, distance) as (
      select ${id}::uuid, 0
      union
      select l.from_id, b.distance - 1 from before b join record_link l
        on l.partnership_id = ${partnershipId} and l.to_id = b.id where b.distance > -12),
    after (id, distance) as (
      select ${id}::uuid, 0
      union
      select l.to_id, a.distance + 1 from after a join record_link l
        on l.partnership_id = ${partnershipId} and l.from_id = a.id where a.distance < 12),
    reached (id, distance) as (
      select id, min(distance) from before where distance < 0 group by id
      union all
      select id, max(distance) from after where distance > 0 group by id)
    select r.id, r.kind, r.title, r.state, r.visible_to, r.created_at, r.changed_at, r.created_by_seat,
      reached.distance, exists (select from record_link l
        where l.partnership_id = ${partnershipId} and l.from_id = reached.id) as leads_on
    from reached join record r on r.partnership_id = ${partnershipId} and r.id = reached.id
    order by reached.distance, r.created_at
  `.execute(ctx.db);
  return rows.map(({ distance, leadsOn, ...head }) => ({ head, distance, leadsOn }));
}

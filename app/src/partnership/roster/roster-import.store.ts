import { sql } from 'kysely';
import { notFound, type SeatedCtx } from '../access/server.ts';
import type { ImportCounts, ImportPlan } from './import-plan.ts';

export interface ImportListed {
  id: string;
  state: 'previewed' | 'applied' | 'set-aside';
  source: string;
  counts: ImportCounts;
  createdAt: Date;
  appliedAt: Date | null;
}

export interface ImportShown extends ImportListed {
  plan: ImportPlan | null;
  basis: string;
}

const listed = ['id', 'state', 'source', 'counts', 'createdAt', 'appliedAt'] as const;

/** Imports so far, the latest first. */
export async function readImports(ctx: SeatedCtx): Promise<ImportListed[]> {
  const rows = await ctx.db
    .selectFrom('rosterImport')
    .select(listed)
    .where('partnershipId', '=', ctx.actor.partnership.id)
    .orderBy('createdAt', 'desc')
    .limit(30)
    .execute();
  return rows as unknown as ImportListed[];
}

export async function readImport(ctx: SeatedCtx, id: string): Promise<ImportShown> {
  const row = await ctx.db
    .selectFrom('rosterImport')
    .select([...listed, 'plan', 'basis'])
    .where('partnershipId', '=', ctx.actor.partnership.id)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) throw notFound();
  return row as unknown as ImportShown;
}

/** Keeps a preview. Those before it that were not applied are set aside, with what they knew. */
export async function insertImport(
  ctx: SeatedCtx,
  row: { id: string; source: string; counts: ImportCounts; plan: ImportPlan; basis: string },
): Promise<void> {
  const { actor, clock, db } = ctx;
  await sql`update roster_import set state = 'set-aside', plan = null
    where partnership_id = ${actor.partnership.id} and state = 'previewed'`.execute(db);
  await sql`insert into roster_import
      (partnership_id, id, visible_to, state, made_by_seat, source, counts, plan, basis, created_at)
    values (${actor.partnership.id}, ${row.id}, ${`caucus:${actor.seat.organizationId}`}, 'previewed',
      ${actor.seat.seatId}, ${row.source}, ${JSON.stringify(row.counts)}::jsonb,
      ${JSON.stringify(row.plan)}::jsonb, ${row.basis}, ${clock.now()})`.execute(db);
}

/** True for the one who got to apply it. */
export async function markApplied(ctx: SeatedCtx, id: string): Promise<boolean> {
  const row = await ctx.db
    .updateTable('rosterImport')
    .set({ state: 'applied', appliedAt: ctx.clock.now() })
    .where('partnershipId', '=', ctx.actor.partnership.id)
    .where('id', '=', id)
    .where('state', '=', 'previewed')
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** One import at a time in a partnership; the next waits until this transaction ends. */
export async function waitForTurn(ctx: SeatedCtx): Promise<void> {
  const name = `roster ${ctx.actor.partnership.id}`;
  await sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`.execute(ctx.db);
}

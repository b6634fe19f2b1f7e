import { sql } from 'kysely';
import type { SeatedCtx } from '../access/server.ts';
import type { Hindrance } from './removal.ts';

/** What is left of a record that was removed. */
export interface Tombstone {
  id: string;
  kind: string;
  createdOn: string;
  keptUntil: string;
  removedAt: Date;
  proposedBy: string;
  agreedBy: string;
}

export async function readTombstones(ctx: SeatedCtx): Promise<Tombstone[]> {
  return ctx.db
    .selectFrom('tombstone as stone')
    .innerJoin('seat as proposer', (join) =>
      join
        .onRef('proposer.partnershipId', '=', 'stone.partnershipId')
        .onRef('proposer.id', '=', 'stone.proposedBySeat'),
    )
    .innerJoin('seat as agreer', (join) =>
      join
        .onRef('agreer.partnershipId', '=', 'stone.partnershipId')
        .onRef('agreer.id', '=', 'stone.agreedBySeat'),
    )
    .select([
      'stone.id',
      'stone.kind',
      'stone.createdOn',
      'stone.keptUntil',
      'stone.removedAt',
      'proposer.title as proposedBy',
      'agreer.title as agreedBy',
    ])
    .where('stone.partnershipId', '=', ctx.actor.partnership.id)
    .orderBy('stone.removedAt', 'desc')
    .orderBy('stone.id')
    .limit(200)
    .execute();
}

/** Why a record cannot go yet; null when it can. Asked for several at once. */
export async function readHindrances(
  ctx: SeatedCtx,
  ids: readonly string[],
): Promise<Map<string, Hindrance | null>> {
  const { rows } = await sql<{ id: string; hindrance: Hindrance | null }>`
    select id, removal_hindered(id, ${ctx.clock.now()}) as hindrance from unnest(${[...ids]}::uuid[]) id
  `.execute(ctx.db);
  return new Map(rows.map(({ id, hindrance }) => [id, hindrance]));
}

/** Carries out what both sides agreed; says why not when it cannot. */
export async function removeRecord(
  ctx: SeatedCtx,
  changeId: string,
): Promise<'removed' | Hindrance> {
  const { rows } = await sql<{ outcome: 'removed' | Hindrance }>`
    select remove_record(${changeId}, ${ctx.clock.now()}) as outcome
  `.execute(ctx.db);
  return rows[0]?.outcome ?? 'gone';
}

export async function liftHold(ctx: SeatedCtx, changeId: string): Promise<void> {
  await sql`select lift_hold(${changeId}, ${ctx.clock.now()})`.execute(ctx.db);
}

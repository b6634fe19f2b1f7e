import type { SeatedCtx } from '../access/server.ts';

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

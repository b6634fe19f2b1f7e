import type { SeatedCtx } from '../access/server.ts';
import type { HoldScope, LegalHold } from './hold.ts';

/** All holds, those that stand first. One query. */
export async function readHolds(ctx: SeatedCtx): Promise<LegalHold[]> {
  const rows = await holds(ctx)
    .orderBy('hold.liftedAt', (by) => by.asc().nullsFirst())
    .execute();
  return rows as LegalHold[];
}

export async function readHold(ctx: SeatedCtx, id: string): Promise<LegalHold | undefined> {
  return (await holds(ctx).where('hold.id', '=', id).executeTakeFirst()) as LegalHold | undefined;
}

function holds(ctx: SeatedCtx) {
  return ctx.db
    .selectFrom('legalHold as hold')
    .innerJoin('seat', (join) =>
      join
        .onRef('seat.partnershipId', '=', 'hold.partnershipId')
        .onRef('seat.id', '=', 'hold.placedBySeat'),
    )
    .leftJoin('record', (join) =>
      join
        .onRef('record.partnershipId', '=', 'hold.partnershipId')
        .onRef('record.id', '=', 'hold.recordId'),
    )
    .leftJoin('person', (join) =>
      join
        .onRef('person.partnershipId', '=', 'hold.partnershipId')
        .onRef('person.id', '=', 'hold.personId'),
    )
    .select([
      'hold.id',
      'hold.scope',
      'record.id as recordId',
      'record.title as recordTitle',
      'record.kind as recordKind',
      'person.name as personName',
      'hold.reason',
      'seat.title as placedBy',
      'hold.placedAt',
      'hold.liftedAt',
    ])
    .where('hold.partnershipId', '=', ctx.actor.partnership.id)
    .orderBy('hold.placedAt', 'desc');
}

export async function insertHold(
  ctx: SeatedCtx,
  hold: { scope: HoldScope; recordId: string | null; personId: string | null; reason: string },
): Promise<string> {
  const id = ctx.random.uuid();
  await ctx.db
    .insertInto('legalHold')
    .values({
      partnershipId: ctx.actor.partnership.id,
      id,
      ...hold,
      placedBySeat: ctx.actor.seat.seatId,
      placedAt: ctx.clock.now(),
    })
    .execute();
  return id;
}

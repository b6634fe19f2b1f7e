import { allow, notFound, type SeatedCtx } from '../access/server.ts';
import { audit } from '../audit/server.ts';

/** Ends a term now. The seat stays, empty; the database lets only the organization itself do it where it is exclusive. */
export async function endTerm(ctx: SeatedCtx, termId: string): Promise<{ seatId: string }> {
  allow(ctx.actor.seat.lead);
  const now = ctx.clock.now();
  const row = await ctx.db
    .updateTable('term')
    .set({ endedAt: now, endReason: 'left' })
    .where('partnershipId', '=', ctx.actor.partnership.id)
    .where('id', '=', termId)
    .where('endedAt', 'is', null)
    .returning('seatId')
    .executeTakeFirst();
  if (!row) throw notFound();
  await audit(ctx, 'term.ended', { visibleTo: 'partnership', details: { seat: row.seatId } });
  return row;
}

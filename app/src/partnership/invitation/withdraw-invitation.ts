import { allow, notFound, type SeatedCtx } from '../access/server.ts';
import { audit } from '../audit/server.ts';

/** Takes an invitation back before it was accepted: its link stops working. */
export async function withdrawInvitation(ctx: SeatedCtx, id: string): Promise<string> {
  allow(ctx.actor.seat.lead);
  const row = await ctx.db
    .updateTable('invitation')
    .set({ withdrawnAt: ctx.clock.now() })
    .where('partnershipId', '=', ctx.actor.partnership.id)
    .where('id', '=', id)
    .where('acceptedAt', 'is', null)
    .returning(['seatId', 'visibleTo'])
    .executeTakeFirst();
  if (!row) throw notFound();
  await audit(ctx, 'invitation.withdrawn', { visibleTo: row.visibleTo, recordId: id });
  return row.seatId;
}

import { allow, type SeatedCtx } from '../../partnership/access/server.ts';
import { audit } from '../../partnership/audit/server.ts';
import { readLink } from './listening.store.ts';
import { mayMakeLink } from './listening.ts';

/** Ends listening this moment: from now on the link says that it is not open. What came by it stays. */
export async function closeLink(ctx: SeatedCtx, id: string): Promise<void> {
  allow(mayMakeLink(ctx.actor));
  const link = await readLink(ctx, id);
  await ctx.db
    .updateTable('listeningLink')
    .set({ closedAt: ctx.clock.now() })
    .where('partnershipId', '=', ctx.actor.partnership.id)
    .where('id', '=', id)
    .where('closedAt', 'is', null)
    .execute();
  await audit(ctx, 'listening.closed', {
    visibleTo: 'partnership',
    details: { link: id, title: link.title },
  });
}

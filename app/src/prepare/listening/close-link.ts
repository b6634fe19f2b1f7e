import { allow, type SeatedCtx } from '../../partnership/access/server.ts';
import { audit } from '../../partnership/audit/server.ts';
import { localToday } from '../../partnership/cycle/server.ts';
import { addDays } from '../../platform/calendar-day.ts';
import { readLink } from './listening.store.ts';
import { mayMakeLink } from './listening.ts';

/** Ends listening today: from now on the link says that it is closed. What came by it stays. */
export async function closeLink(ctx: SeatedCtx, id: string): Promise<void> {
  allow(mayMakeLink(ctx.actor));
  const link = await readLink(ctx, id);
  const yesterday = addDays(localToday(ctx), -1);
  await ctx.db
    .updateTable('listeningLink')
    .set({
      opensOn: link.opensOn < yesterday ? link.opensOn : yesterday,
      closesOn: yesterday,
    })
    .where('partnershipId', '=', ctx.actor.partnership.id)
    .where('id', '=', id)
    .execute();
  await audit(ctx, 'listening.closed', {
    visibleTo: 'partnership',
    details: { link: id, title: link.title },
  });
}

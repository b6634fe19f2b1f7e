import type { SeatedCtx } from '../access/server.ts';
import { audit } from '../audit/server.ts';

/** Adds an empty seat. The database lets an organization's own lead do it, or any lead while nobody sits there yet. */
export async function addSeat(
  ctx: SeatedCtx,
  input: { organizationId: string; title: string; lead: boolean; siteId?: string | null },
): Promise<string> {
  const id = ctx.random.uuid();
  await ctx.db
    .insertInto('seat')
    .values({
      partnershipId: ctx.actor.partnership.id,
      id,
      organizationId: input.organizationId,
      title: input.title,
      lead: input.lead,
      siteId: input.siteId ?? null,
      createdAt: ctx.clock.now(),
    })
    .execute();
  await audit(ctx, 'seat.added', { visibleTo: 'partnership', details: { title: input.title } });
  return id;
}

import type { Constituency } from '../access/index.ts';
import { allow, type SeatedCtx } from '../access/server.ts';
import { audit } from '../audit/server.ts';

/** Brings an organization to the table. Any lead may; its seats are then its own to fill. */
export async function addOrganization(
  ctx: SeatedCtx,
  input: { name: string; constituency: Constituency; exclusiveRepresentative: boolean },
): Promise<string> {
  allow(ctx.actor.seat.lead);
  const id = ctx.random.uuid();
  await ctx.db
    .insertInto('organization')
    .values({
      partnershipId: ctx.actor.partnership.id,
      id,
      name: input.name,
      constituency: input.constituency,
      exclusiveRepresentative: input.exclusiveRepresentative,
      createdAt: ctx.clock.now(),
    })
    .execute();
  await audit(ctx, 'organization.added', {
    visibleTo: 'partnership',
    details: { name: input.name, constituency: input.constituency },
  });
  return id;
}

import { allow, type SeatedCtx } from '../access/server.ts';
import { audit } from '../audit/server.ts';

export type SiteLevel = 'state' | 'district' | 'school';

/** Adds a place: the district itself, a school beneath it. Any lead may. */
export async function addSite(
  ctx: SeatedCtx,
  input: { name: string; level: SiteLevel; parentId?: string | null; rosterId?: string },
): Promise<string> {
  allow(ctx.actor.seat.lead);
  const id = ctx.random.uuid();
  await ctx.db
    .insertInto('site')
    .values({
      partnershipId: ctx.actor.partnership.id,
      id,
      name: input.name,
      level: input.level,
      parentId: input.parentId ?? null,
      rosterId: input.rosterId ?? null,
    })
    .execute();
  await audit(ctx, 'site.added', { visibleTo: 'partnership', details: { name: input.name } });
  return id;
}

import type { SeatedCtx } from '../../partnership/access/server.ts';
import { audit } from '../../partnership/audit/server.ts';
import type { IndicatorInput } from './indicator.ts';

/** Notes what will be measured, from where, and to where. Seen by whoever sees what it measures. */
export async function createIndicator(
  ctx: SeatedCtx,
  input: IndicatorInput & { targetOn: string; keeperSeat: string; visibleTo: string },
): Promise<string> {
  const id = ctx.random.uuid();
  await ctx.db
    .insertInto('indicator')
    .values({
      partnershipId: ctx.actor.partnership.id,
      id,
      visibleTo: input.visibleTo,
      name: input.indicatorName,
      unit: input.unit,
      wanted: input.wanted,
      baseline: input.baseline,
      baselineOn: input.baselineOn ?? null,
      target: input.target,
      targetOn: input.targetOn,
      source: input.source,
      keeperSeat: input.keeperSeat,
      createdAt: ctx.clock.now(),
    })
    .execute();
  await audit(ctx, 'indicator.created', {
    visibleTo: input.visibleTo,
    details: { indicator: id, name: input.indicatorName },
  });
  return id;
}

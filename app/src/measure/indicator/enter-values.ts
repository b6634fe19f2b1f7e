import { allow, type SeatedCtx } from '../../partnership/access/server.ts';
import { audit } from '../../partnership/audit/server.ts';
import { readIndicator } from './indicator.store.ts';
import { mayEnterValues } from './indicator.ts';

export interface ValueEntered {
  measuredOn: string;
  /** A decimal number as text, exact. */
  value: string;
  note: string;
}

/** Notes dated values. A second value for the same day takes the place of the first. */
export async function enterValues(
  ctx: SeatedCtx,
  indicatorId: string,
  values: readonly ValueEntered[],
): Promise<void> {
  const indicator = await readIndicator(ctx, indicatorId);
  allow(mayEnterValues(ctx.actor, indicator));
  if (values.length === 0) return;
  await ctx.db
    .insertInto('indicatorValue')
    .values(
      values.map((each) => ({
        partnershipId: ctx.actor.partnership.id,
        indicatorId,
        visibleTo: indicator.visibleTo,
        enteredAt: ctx.clock.now(),
        enteredBySeat: ctx.actor.seat.seatId,
        ...each,
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['partnershipId', 'indicatorId', 'measuredOn']).doUpdateSet((eb) => ({
        value: eb.ref('excluded.value'),
        note: eb.ref('excluded.note'),
        enteredAt: eb.ref('excluded.enteredAt'),
        enteredBySeat: eb.ref('excluded.enteredBySeat'),
      })),
    )
    .execute();
  const before = new Map(indicator.values.map((each) => [each.measuredOn, each.value]));
  await audit(ctx, 'indicator.values-entered', {
    visibleTo: indicator.visibleTo,
    details: {
      indicator: indicatorId,
      days: values.map(({ measuredOn, value }) => ({
        on: measuredOn,
        value,
        ...(before.has(measuredOn) ? { before: before.get(measuredOn) } : {}),
      })),
    },
  });
}

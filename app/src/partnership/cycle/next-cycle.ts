import type { SeatedCtx } from '../access/server.ts';
import { audit } from '../audit/server.ts';
import { readCycles, readUnfinished } from './cycle.store.ts';
import { openCycle } from './open-cycle.ts';

/** Closes the cycle before and opens the next one with what carries over. */
export async function openNextCycle(
  ctx: SeatedCtx,
  input: {
    name: string;
    startsOn: string;
    actOn: string;
    reflectOn: string;
    endsOn: string;
    carried: readonly string[];
  },
): Promise<string> {
  const { carried, ...dates } = input;
  const now = ctx.clock.now();
  const partnershipId = ctx.actor.partnership.id;
  const before = (await readCycles(ctx)).at(-1);
  const unfinished = await readUnfinished(ctx);
  const id = await openCycle(ctx, dates);
  if (before && !before.closedAt) {
    await ctx.db
      .updateTable('cycle')
      .set({ closedAt: now })
      .where('partnershipId', '=', partnershipId)
      .where('id', '=', before.id)
      .execute();
    await audit(ctx, 'cycle.closed', { visibleTo: 'partnership', details: { name: before.name } });
  }
  const taken = unfinished.filter((record) => carried.includes(record.id));
  if (taken.length > 0) {
    await ctx.db
      .insertInto('cycleCarried')
      .values(
        taken.map((record) => ({
          partnershipId,
          cycleId: id,
          recordId: record.id,
          visibleTo: record.visibleTo,
          createdAt: now,
        })),
      )
      .execute();
  }
  return id;
}

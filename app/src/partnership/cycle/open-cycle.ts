import { InputProblem } from '../../platform/input-problem.ts';
import { allow, type SeatedCtx } from '../access/server.ts';
import { audit } from '../audit/server.ts';

/** Opens the next cycle: Prepare from `startsOn`, Act from `actOn`, Reflect from `reflectOn`, the last day `endsOn`. */
export async function openCycle(
  ctx: SeatedCtx,
  input: { name: string; startsOn: string; actOn: string; reflectOn: string; endsOn: string },
): Promise<string> {
  allow(ctx.actor.seat.lead);
  if (!(input.startsOn < input.actOn)) throw new InputProblem({ actOn: 'cycle.order' });
  if (!(input.actOn < input.reflectOn)) throw new InputProblem({ reflectOn: 'cycle.order' });
  if (!(input.reflectOn < input.endsOn)) throw new InputProblem({ endsOn: 'cycle.order' });
  const partnershipId = ctx.actor.partnership.id;
  const last = await ctx.db
    .selectFrom('cycle')
    .select((eb) => eb.fn.max('number').as('number'))
    .where('partnershipId', '=', partnershipId)
    .executeTakeFirst();
  const id = ctx.random.uuid();
  await ctx.db
    .insertInto('cycle')
    .values({ partnershipId, id, number: (last?.number ?? 0) + 1, ...input })
    .execute();
  await audit(ctx, 'cycle.opened', { visibleTo: 'partnership', details: { name: input.name } });
  return id;
}

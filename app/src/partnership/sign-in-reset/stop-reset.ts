import { InputProblem } from '../../platform/input-problem.ts';
import { allow, type SeatedCtx } from '../access/server.ts';
import { audit } from '../audit/server.ts';
import { readReset, stopWaitingReset } from './sign-in-reset.store.ts';
import { mayStopReset } from './sign-in-reset.ts';

/** A lead of any side says no: nobody gets a link. */
export async function stopReset(ctx: SeatedCtx, id: string): Promise<void> {
  const reset = await readReset(ctx, id);
  allow(ctx.actor.seat.lead);
  if (!mayStopReset(ctx.actor, reset) || !(await stopWaitingReset(ctx, id)))
    throw new InputProblem({ form: 'reset.over' });
  await audit(ctx, 'reset.stopped', { visibleTo: 'partnership' });
}

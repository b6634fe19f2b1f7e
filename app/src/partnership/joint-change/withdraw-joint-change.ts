import { InputProblem } from '../../platform/input-problem.ts';
import { allow, type SeatedCtx } from '../access/server.ts';
import { audit } from '../audit/server.ts';
import { readJointChange, takeBack } from './joint-change.store.ts';
import { mayWithdraw } from './joint-change.ts';

/** Takes a proposal back while it waits. */
export async function withdrawJointChange(ctx: SeatedCtx, id: string): Promise<void> {
  const change = await readJointChange(ctx, id);
  if (change.state !== 'waiting') throw new InputProblem({ form: 'change.settled' });
  allow(mayWithdraw(ctx.actor, change));
  if ((await takeBack(ctx, id)) === 'settled') throw new InputProblem({ form: 'change.settled' });
  await audit(ctx, 'change.withdrawn', {
    visibleTo: change.visibleTo,
    ...(change.recordId ? { recordId: change.recordId } : {}),
    details: { change: id, kind: change.kind },
  });
}

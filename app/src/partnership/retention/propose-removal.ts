import { InputProblem } from '../../platform/input-problem.ts';
import { allow, notFound, type SeatedCtx } from '../access/server.ts';
import { proposeJointChange } from '../joint-change/server.ts';
import { readHold } from './hold.store.ts';
import { readHindrances } from './removal.store.ts';
import { mayProposeRemoval } from './removal.ts';

/** Proposes to remove a record whose time is over. Returns the joint change. */
export async function proposeRemoval(
  ctx: SeatedCtx,
  { recordId, reason }: { recordId: string; reason: string },
): Promise<string> {
  allow(mayProposeRemoval(ctx.actor));
  const hindrance = (await readHindrances(ctx, [recordId])).get(recordId);
  if (hindrance === 'gone') throw notFound();
  if (hindrance) throw new InputProblem({ form: `retention.${hindrance}` });
  return proposeJointChange(ctx, { kind: 'removal', recordId, after: { removed: true }, reason });
}

/** Proposes to lift a legal hold, for the other side to agree. Returns the joint change. */
export async function proposeLifting(
  ctx: SeatedCtx,
  { holdId, reason }: { holdId: string; reason: string },
): Promise<string> {
  allow(mayProposeRemoval(ctx.actor));
  const hold = await readHold(ctx, holdId);
  if (!hold) throw notFound();
  if (hold.liftedAt) throw new InputProblem({ form: 'retention.lifted-already' });
  return proposeJointChange(ctx, { kind: 'hold', after: { hold: holdId }, reason });
}

import { allow, type SeatedCtx } from '../../partnership/access/server.ts';
import { audit } from '../../partnership/audit/server.ts';
import { InputProblem } from '../../platform/input-problem.ts';
import { onTeam } from '../team/index.ts';
import { holdDecision, updateDecision } from './decision.store.ts';

/** Says later whether a decision worked. */
export async function reviewDecision(
  ctx: SeatedCtx,
  id: string,
  input: { reviewNote: string },
): Promise<void> {
  const decision = await holdDecision(ctx, id, 'alone');
  allow(onTeam(ctx.actor, decision.teamId));
  if (!decision.closedAt) throw new InputProblem({ form: 'decision.not-closed' });
  if (decision.reviewedAt) throw new InputProblem({ form: 'decision.already-reviewed' });
  await updateDecision(ctx, id, { reviewedAt: ctx.clock.now(), reviewNote: input.reviewNote });
  await audit(ctx, 'decision.reviewed', { visibleTo: decision.visibleTo, recordId: id });
}

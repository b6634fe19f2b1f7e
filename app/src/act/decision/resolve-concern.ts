import { allow, type SeatedCtx } from '../../partnership/access/server.ts';
import { audit } from '../../partnership/audit/server.ts';
import { InputProblem } from '../../platform/input-problem.ts';
import { holdDecision, readWhole } from './decision.store.ts';
import { concernOf } from './decision.ts';
import { putResolution } from './stance.store.ts';

/** Whoever raised a concern says what was done about it, and that it no longer stands in the way. */
export async function resolveConcern(
  ctx: SeatedCtx,
  id: string,
  input: { resolution: string },
): Promise<void> {
  const decision = await holdDecision(ctx, id, 'share');
  const concern = concernOf(await readWhole(ctx, decision), ctx.actor.seat.seatId);
  allow(concern !== undefined);
  if (decision.state !== 'revealed') throw new InputProblem({ form: 'decision.not-revealed' });
  const done = await putResolution(ctx, decision, input.resolution);
  if (!done) throw new InputProblem({ form: 'decision.already-resolved' });
  await audit(ctx, 'decision.concern-resolved', {
    visibleTo: decision.visibleTo,
    recordId: id,
    details: { round: decision.round, resolution: input.resolution },
  });
}

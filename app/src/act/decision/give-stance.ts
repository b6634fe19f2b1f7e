import { allow, type SeatedCtx } from '../../partnership/access/server.ts';
import { audit } from '../../partnership/audit/server.ts';
import { InputProblem, type Problems } from '../../platform/input-problem.ts';
import { holdDecision, readElectors } from './decision.store.ts';
import { type Decision, isConcern, isLabel, maySpeak } from './decision.ts';
import { markSpoken, putStance, withdrawStanceOfSeat } from './stance.store.ts';

export interface StanceInput {
  /** A label of the decision's scale. */
  value: string;
  /** The concern, for a stance below the line. */
  reason: string;
  wouldResolve: string;
}

/**
 * Gives the acting seat's stance, or changes it until the deadline. Only the person who gave it sees
 * it until all are revealed; the others see that the seat has spoken.
 */
export async function giveStance(ctx: SeatedCtx, id: string, input: StanceInput): Promise<void> {
  const decision = await holdDecision(ctx, id, 'share');
  const electors = (await readElectors(ctx, [id])).get(id) ?? [];
  allow(maySpeak(ctx.actor, electors));
  if (decision.state !== 'open' || ctx.clock.now() >= decision.closesAt) {
    throw new InputProblem({ form: 'decision.round-over' });
  }
  checkStance(decision, input);
  const replaced = await withdrawStanceOfSeat(ctx, id);
  await putStance(ctx, { decisionId: id, round: decision.round, ...input });
  const first = await markSpoken(ctx, decision);
  if (!first && !replaced) return;
  await audit(ctx, first ? 'decision.spoken' : 'decision.spoken-anew', {
    visibleTo: decision.visibleTo,
    recordId: id,
    details: { round: decision.round },
  });
}

function checkStance(decision: Decision, { value, reason, wouldResolve }: StanceInput): void {
  if (!isLabel(decision.scale, value)) throw new InputProblem({ value: 'choose-one' });
  if (!isConcern(decision, value)) return;
  const problems: Problems = {};
  if (!reason) problems.reason = 'decision.concern-needed';
  if (!wouldResolve) problems.wouldResolve = 'decision.resolve-needed';
  if (Object.keys(problems).length > 0) throw new InputProblem(problems);
}

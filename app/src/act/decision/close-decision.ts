import { allow, type SeatedCtx } from '../../partnership/access/server.ts';
import { audit } from '../../partnership/audit/server.ts';
import { setState } from '../../partnership/record/server.ts';
import { InputProblem } from '../../platform/input-problem.ts';
import { readTeamSeats } from '../team/server.ts';
import { holdDecision, readWhole, updateDecision } from './decision.store.ts';
import { mayConduct } from './decision.ts';
import { judge } from './judge.ts';

/** Closes a decision: its rule judges the revealed stances, and the reasons are kept with it. */
export async function closeDecision(
  ctx: SeatedCtx,
  id: string,
  input: { outcomeNote: string },
): Promise<{ passed: boolean }> {
  const decision = await holdDecision(ctx, id, 'alone');
  allow(mayConduct(ctx.actor, await readTeamSeats(ctx, decision.teamId)));
  if (decision.closedAt) throw new InputProblem({ form: 'decision.already-closed' });
  if (decision.state !== 'revealed') throw new InputProblem({ form: 'decision.not-revealed' });
  const result = judge(await readWhole(ctx, decision));
  const passed = result?.passed ?? false;
  const outcome = passed ? 'passed' : 'not-passed';
  const reasons = result?.reasons ?? [];
  await updateDecision(ctx, id, {
    closedAt: ctx.clock.now(),
    outcome,
    outcomeReasons: JSON.stringify(reasons),
    outcomeNote: input.outcomeNote,
  });
  await setState(ctx, decision, outcome);
  await audit(ctx, 'decision.closed', {
    visibleTo: decision.visibleTo,
    recordId: id,
    details: { outcome, reasons, round: decision.round },
  });
  return { passed };
}

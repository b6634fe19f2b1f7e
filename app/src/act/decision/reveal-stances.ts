import { allow, type SeatedCtx } from '../../partnership/access/server.ts';
import { audit } from '../../partnership/audit/server.ts';
import { setState } from '../../partnership/record/server.ts';
import { InputProblem } from '../../platform/input-problem.ts';
import { holdDecision, readElectors } from './decision.store.ts';
import { canReveal, maySpeak } from './decision.ts';
import { revealAll } from './stance.store.ts';

/** Shows all stances of the round together: when everybody has spoken, or after the deadline. */
export async function revealStances(ctx: SeatedCtx, id: string): Promise<void> {
  const decision = await holdDecision(ctx, id, 'alone');
  const electors = (await readElectors(ctx, [id])).get(id) ?? [];
  allow(maySpeak(ctx.actor, electors));
  // Two people may press at the same moment: the second finds it done.
  if (decision.state === 'revealed') return;
  if (decision.state !== 'open') throw new InputProblem({ form: 'decision.round-over' });
  if (!canReveal({ decision, electors }, ctx.clock.now())) {
    throw new InputProblem({ form: 'decision.too-early' });
  }
  const shown = await revealAll(ctx, id);
  await setState(ctx, decision, 'revealed');
  await audit(ctx, 'decision.revealed', {
    visibleTo: decision.visibleTo,
    recordId: id,
    details: { round: decision.round, stances: shown },
  });
}

import { allow, type SeatedCtx } from '../../partnership/access/server.ts';
import { audit } from '../../partnership/audit/server.ts';
import { InputProblem } from '../../platform/input-problem.ts';
import { insertDissent, readDecision, readElectors } from './decision.store.ts';
import { maySpeak } from './decision.ts';

/** Keeps an elector's differing view beside a closed decision, for good. */
export async function recordDissent(
  ctx: SeatedCtx,
  id: string,
  input: { dissent: string },
): Promise<void> {
  const decision = await readDecision(ctx, id);
  allow(maySpeak(ctx.actor, (await readElectors(ctx, [id])).get(id) ?? []));
  if (!decision.closedAt) throw new InputProblem({ form: 'decision.not-closed' });
  const kept = await insertDissent(ctx, decision, input.dissent);
  if (!kept) throw new InputProblem({ form: 'decision.dissent-kept' });
  await audit(ctx, 'decision.dissent-recorded', { visibleTo: decision.visibleTo, recordId: id });
}

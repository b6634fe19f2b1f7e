import { allow, type SeatedCtx } from '../../partnership/access/server.ts';
import { audit } from '../../partnership/audit/server.ts';
import { InputProblem } from '../../platform/input-problem.ts';
import { readTeamSeats } from '../team/server.ts';
import { checkDeclaration, completeRules } from './check-declaration.ts';
import { holdDecision, replaceRules, setTitle, updateDecision } from './decision.store.ts';
import { type ConstituencyRule, type Declaration, mayDraft } from './decision.ts';

/** Writes a draft anew, until it opens. */
export async function reviseDraft(
  ctx: SeatedCtx,
  id: string,
  input: Declaration & { rules: readonly ConstituencyRule[] },
): Promise<void> {
  const decision = await holdDecision(ctx, id, 'alone');
  const members = await readTeamSeats(ctx, decision.teamId);
  allow(mayDraft(ctx.actor, members));
  if (decision.state !== 'draft') throw new InputProblem({ form: 'decision.opened' });
  const { title, rules: declared, ...fields } = input;
  const rules = completeRules(declared, input.scale, members);
  checkDeclaration(ctx, input, rules, members);
  await setTitle(ctx, id, title);
  await updateDecision(ctx, id, fields);
  await replaceRules(ctx, decision, rules);
  const { visibleTo } = decision;
  await audit(ctx, 'decision.revised', { visibleTo, recordId: id, details: { title } });
}

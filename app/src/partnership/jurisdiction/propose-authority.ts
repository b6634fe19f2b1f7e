import { InputProblem } from '../../platform/input-problem.ts';
import { allow, type SeatedCtx } from '../access/server.ts';
import { proposeJointChange } from '../joint-change/server.ts';
import type { AgreedAuthority } from './agreed-rules.ts';
import { readRules } from './jurisdiction.store.ts';
import type { Authority } from './profile.ts';
import { isCovered } from './rules-in-force.ts';

/** Proposes that a team was called into being otherwise, so that it no longer meets in the open. */
export async function proposeAuthority(
  ctx: SeatedCtx,
  team: { id: string; title: string; creationAuthority: Authority },
  input: { authority: Authority; reason: string },
): Promise<string> {
  allow(ctx.actor.seat.lead);
  const rules = await readRules(ctx);
  if (!isCovered(rules, team.creationAuthority) || isCovered(rules, input.authority)) {
    throw new InputProblem({ authority: 'rules.still-open' });
  }
  const said = (authority: Authority): AgreedAuthority => ({
    teamId: team.id,
    title: team.title,
    authority,
  });
  return proposeJointChange(ctx, {
    kind: 'rules',
    recordId: team.id,
    before: said(team.creationAuthority),
    after: said(input.authority),
    reason: input.reason,
  });
}

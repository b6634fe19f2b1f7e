import { allow, type SeatedCtx } from '../../partnership/access/server.ts';
import { audit } from '../../partnership/audit/server.ts';
import { insertRecord, linkRecords, readHeads } from '../../partnership/record/server.ts';
import { InputProblem } from '../../platform/input-problem.ts';
import { readTeam, readTeamSeats } from '../team/server.ts';
import { checkDeclaration, completeRules } from './check-declaration.ts';
import { insertDecision, replaceRules } from './decision.store.ts';
import { type ConstituencyRule, type Declaration, mayDraft } from './decision.ts';

export interface DraftInput extends Declaration {
  teamId: string;
  visibleTo: 'public' | 'partnership' | 'team';
  /** What led to the question: a meeting, a goal, any record. */
  fromId?: string | undefined;
  /** Sides left out get the usual rule. */
  rules?: readonly ConstituencyRule[] | undefined;
}

/** Brings a question to a team, with the rule by which it will decide. */
export async function draftDecision(ctx: SeatedCtx, input: DraftInput): Promise<string> {
  const { teamId, visibleTo: reach, fromId, rules: declared = [], title, ...fields } = input;
  const team = await readTeam(ctx, teamId);
  const members = await readTeamSeats(ctx, team.id);
  allow(mayDraft(ctx.actor, members));
  if (team.state === 'ended') throw new InputProblem({ form: 'decision.team-ended' });
  const rules = completeRules(declared, input.scale, members);
  checkDeclaration(ctx, input, rules, members);
  const visibleTo = reach === 'team' ? `team:${team.id}` : reach;
  const id = await insertRecord(ctx, { kind: 'decision', title, state: 'draft', visibleTo });
  await insertDecision(ctx, { id, visibleTo, teamId, ...fields });
  await replaceRules(ctx, { id, visibleTo }, rules);
  const [from] = fromId ? await readHeads(ctx, [fromId]) : [];
  await linkRecords(ctx, from?.id ?? team.id, id);
  await audit(ctx, 'decision.drafted', { visibleTo, recordId: id, details: { title } });
  return id;
}

import { InputProblem, type Problems } from '../../platform/input-problem.ts';
import { allow, type SeatedCtx } from '../access/server.ts';
import { proposeJointChange } from '../joint-change/server.ts';
import { readSeats } from '../seat/server.ts';
import { agreedRules } from './agreed-rules.ts';
import { readRules } from './jurisdiction.store.ts';
import type { ProfileName } from './profile.ts';
import { profiles } from './profiles/index.ts';
import {
  differingRules,
  looserThan,
  type RuleName,
  type RuleValues,
  valuesOf,
} from './rules-in-force.ts';

export interface RulesWanted {
  profile: ProfileName;
  values: RuleValues;
  /** By organization; a board that is left out keeps the careful guess. */
  boardSizes: Readonly<Record<string, number>>;
  /** Why the values differ from the profile's. */
  note: string;
  reason: string;
}

const fieldOf: Record<RuleName, string> = {
  covered: 'covered',
  notice: 'noticeRegular',
  serial: 'serial',
  oneWay: 'oneWay',
};

/** Proposes other rules. They take force when both sides agree; under a state's law they may be stricter only. */
export async function proposeRules(ctx: SeatedCtx, wanted: RulesWanted): Promise<string> {
  allow(ctx.actor.seat.lead);
  const now = await readRules(ctx);
  const { profile, values, note, reason } = wanted;
  const law = valuesOf(profiles[profile]);
  const problems: Problems = {};
  if (profile !== 'generic') {
    for (const rule of looserThan(law, values)) problems[fieldOf[rule]] = 'rules.looser';
  }
  const differing = differingRules(law, values);
  if (differing.length > 0 && !note) problems.note = 'rules.note-needed';
  const seats = await readSeats(ctx);
  for (const [board, size] of Object.entries(wanted.boardSizes)) {
    const here = seats.filter(({ organizationId }) => organizationId === board).length;
    if (size < Math.max(3, here) || size > 99) problems[`size-${board}`] = 'rules.size';
  }
  if (Object.keys(problems).length > 0) throw new InputProblem(problems);
  const notes = Object.fromEntries(differing.map((rule) => [rule, note]));
  const after = agreedRules(profile, values, { boardSizes: wanted.boardSizes, notes });
  const before = agreedRules(now.profile, now, now, now.edition);
  if (sameText(before) === sameText(after)) throw new InputProblem({ form: 'rules.nothing' });
  return proposeJointChange(ctx, { kind: 'rules', before, after, reason });
}

/** The same rules give the same text, in whatever order they were typed. */
function sameText({ covered, boardSizes, ...rest }: ReturnType<typeof agreedRules>): string {
  const sizes = Object.entries(boardSizes).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([[...covered].sort(), sizes, rest]);
}

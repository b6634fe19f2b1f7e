import { gradientStances } from '@concord/analysis';
import type { SeatedCtx } from '../../partnership/access/server.ts';
import { InputProblem, type Problems } from '../../platform/input-problem.ts';
import type { TeamMember } from '../team/index.ts';
import { dayIn } from '../team/server.ts';
import {
  type ConstituencyRule,
  type Declaration,
  seatsByConstituency,
  usualRule,
} from './decision.ts';

/** The rule for each side that sits on the team: what was declared, or else the usual. */
export function completeRules(
  declared: readonly ConstituencyRule[],
  scale: Declaration['scale'],
  members: readonly TeamMember[],
): ConstituencyRule[] {
  return [...seatsByConstituency(members)].map(
    ([constituency, seats]) =>
      declared.find((rule) => rule.constituency === constituency) ??
      usualRule(scale, constituency, seats),
  );
}

/** Whether a rule can be met by this team: a quorum no larger than the seats of its side. */
export function fitsTeam(rules: readonly ConstituencyRule[], members: readonly TeamMember[]) {
  const seats = seatsByConstituency(members);
  return (
    rules.length === seats.size &&
    rules.every(({ constituency, quorum }) => quorum <= (seats.get(constituency) ?? -1))
  );
}

/** Throws when what is declared contradicts itself, the calendar or the team. */
export function checkDeclaration(
  ctx: SeatedCtx,
  declaration: Declaration,
  rules: readonly ConstituencyRule[],
  members: readonly TeamMember[],
): void {
  const problems: Problems = {};
  const { scale, line, closesAt, reviewOn } = declaration;
  if (!lineFits(scale, line)) {
    problems[scale === 'gradients' ? 'lineGradients' : 'lineFist'] = 'decision.line';
  }
  if (closesAt <= ctx.clock.now()) problems.closesAt = 'decision.deadline-past';
  if (reviewOn <= dayIn(ctx.actor.partnership.timeZone, closesAt)) {
    problems.reviewOn = 'decision.review-early';
  }
  const seats = seatsByConstituency(members);
  for (const { constituency, quorum } of rules) {
    const most = seats.get(constituency) ?? 0;
    if (quorum > most) problems[`quorum-${constituency}`] = `too-large:${most}`;
  }
  if (Object.keys(problems).length > 0) throw new InputProblem(problems);
}

function lineFits(scale: Declaration['scale'], line: string | null): boolean {
  if (scale === 'fist-to-five') return line !== null && /^[1-5]$/.test(line);
  if (scale !== 'gradients') return line === null;
  const labels: readonly string[] = gradientStances;
  return line?.split(' ').every((label) => labels.includes(label)) ?? false;
}

import { AnalysisInputError } from '../errors.ts';
import { addCounts, countStances, distributionOf } from './count-stances.ts';
import type {
  ConstituencyOutcome,
  ConstituencyStances,
  DecisionInput,
  DecisionOutcome,
  Gate,
} from './decision.ts';
import { explainDecision } from './explain-decision.ts';
import { stancesOf } from './scale.ts';
import { standingAt } from './standing.ts';
import { checkSupermajority, meetsGate, type ThresholdRule } from './threshold.ts';

/**
 * Judges a decision by the rule that was frozen when it opened: a quorum and a gate in each
 * constituency, and a rule over all of them. Nobody is outvoted by headcount in another constituency.
 *
 * A stance is for, neutral or against, by the scale and its line. One against whose concern was
 * resolved no longer stands in the way and counts as neutral; the distribution still shows it.
 * A gate without one answer stays shut, whatever the quorum: silence is no agreement.
 * @param input  Stances as labels of the scale, one for each seat that answered. Not mutated.
 * @returns Passed when every quorum, every gate and the overall rule are met; reasons as data codes.
 * @throws {AnalysisInputError} on an unknown scale, label or gate, a line that does not fit, more
 *   stances or quorum than seats, a constituency named twice, or no constituency.
 * @complexity O(stances). Deterministic; independent of the order of stances.
 */
export function judgeDecision(input: DecisionInput): DecisionOutcome {
  const rule: ThresholdRule = {
    supermajority: input.supermajority ?? { numerator: 2, denominator: 3 },
    base: input.base ?? 'cast',
  };
  checkInput(input, rule);
  const constituencies = input.constituencies.map((part) => judgeConstituency(part, input, rule));
  const total = addCounts(constituencies);
  const overall = input.overall ?? defaultOverall(input);
  const overallMet = meetsGate(overall, total, rule);
  const passed = overallMet && constituencies.every((part) => part.quorumMet && part.gateMet);
  const outcome = { passed, scale: input.scale, overall, overallMet, total, constituencies };
  return { ...outcome, reasons: explainDecision(outcome, rule) };
}

function judgeConstituency(
  part: ConstituencyStances,
  { scale, line }: DecisionInput,
  rule: ThresholdRule,
): ConstituencyOutcome {
  const { constituency, quorum, gate } = part;
  const distribution = distributionOf(scale, part.stances);
  const counts = countStances(part, standingAt(scale, line));
  return {
    constituency,
    ...counts,
    quorum,
    quorumMet: counts.answered >= quorum,
    gate,
    gateMet: meetsGate(gate, counts, rule),
    distribution,
    blocking: gate === 'consent' ? counts.against : 0,
  };
}

function defaultOverall({ scale, constituencies }: DecisionInput): Gate {
  if (scale === 'majority' || scale === 'supermajority') return scale;
  return constituencies.some((part) => part.gate !== 'none') ? 'none' : 'consent';
}

const gates: readonly string[] = ['consent', 'majority', 'supermajority', 'none'];
const bases: readonly string[] = ['cast', 'answered', 'seats'];

function checkInput(input: DecisionInput, rule: ThresholdRule): void {
  if (!Object.hasOwn(stancesOf, input.scale)) {
    throw new AnalysisInputError('scale', `there is no scale "${input.scale}"`);
  }
  standingAt(input.scale, input.line);
  checkSupermajority(rule.supermajority);
  if (!bases.includes(rule.base)) throw new AnalysisInputError('base', `unknown: "${rule.base}"`);
  if (input.overall !== undefined && !gates.includes(input.overall)) {
    throw new AnalysisInputError('overall', `there is no gate "${input.overall}"`);
  }
  if (input.constituencies.length === 0) {
    throw new AnalysisInputError('constituencies', 'must name at least one');
  }
  input.constituencies.forEach((part, index) => {
    checkConstituency(part);
    if (input.constituencies.findIndex((p) => p.constituency === part.constituency) < index) {
      throw new AnalysisInputError('constituencies', `"${part.constituency}" is named twice`);
    }
  });
}

function checkConstituency({ constituency, seats, quorum, gate, stances }: ConstituencyStances) {
  const whole = (value: number) => Number.isSafeInteger(value) && value >= 0;
  if (!whole(seats)) throw new AnalysisInputError('seats', `of "${constituency}" must be a count`);
  if (!whole(quorum) || quorum > seats) {
    throw new AnalysisInputError('quorum', `of "${constituency}" must be from 0 to ${seats}`);
  }
  if (!gates.includes(gate)) throw new AnalysisInputError('gate', `there is no gate "${gate}"`);
  if (stances.length > seats) {
    throw new AnalysisInputError('stances', `"${constituency}" has more than its ${seats} seats`);
  }
}

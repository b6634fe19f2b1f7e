import type { ConstituencyOutcome, DecisionOutcome, DecisionReason } from './decision.ts';
import { type ThresholdRule, thresholdOf } from './threshold.ts';

/** The reasons of an outcome: what stopped it first, then what carried it, then what is on record. */
export function explainDecision(
  outcome: Omit<DecisionOutcome, 'reasons'>,
  rule: ThresholdRule,
): DecisionReason[] {
  const { constituencies, overall, overallMet, total, passed } = outcome;
  const reasons: DecisionReason[] = [];
  for (const part of constituencies) reasons.push(...obstacles(part, rule));
  if (overall !== 'none') {
    const values = thresholdOf(overall, total, rule);
    reasons.push({ code: overallMet ? 'overall-met' : 'overall-not-met', values });
  }
  const gated = constituencies.filter((part) => part.gate !== 'none');
  if (gated.length > 0 && gated.every((part) => part.gateMet)) {
    reasons.push({ code: 'all-gates-met', values: { constituencies: gated.length } });
  }
  if (constituencies.every((part) => part.quorumMet)) {
    const values = { constituencies: constituencies.length };
    reasons.push({ code: 'all-quorums-met', values });
  }
  for (const part of constituencies) reasons.push(...onRecord(part, passed));
  return reasons;
}

function obstacles(part: ConstituencyOutcome, rule: ThresholdRule): DecisionReason[] {
  const { constituency, answered, quorum, seats, gate } = part;
  const reasons: DecisionReason[] = [];
  if (!part.quorumMet) {
    reasons.push({ code: 'quorum-not-met', values: { constituency, answered, quorum, seats } });
  }
  if (part.gateMet) return reasons;
  if (answered === 0) reasons.push({ code: 'no-answers', values: { constituency } });
  else if (gate === 'consent') {
    reasons.push({ code: 'blocking-concerns', values: { constituency, count: part.blocking } });
  } else {
    const values = { constituency, ...thresholdOf(gate, part, rule) };
    reasons.push({ code: 'gate-not-met', values });
  }
  return reasons;
}

function onRecord(part: ConstituencyOutcome, passed: boolean): DecisionReason[] {
  const { constituency, resolved, against } = part;
  const reasons: DecisionReason[] = [];
  if (resolved > 0) {
    reasons.push({ code: 'concerns-resolved', values: { constituency, count: resolved } });
  }
  if (passed && against > 0) {
    reasons.push({ code: 'dissent-recorded', values: { constituency, count: against } });
  }
  return reasons;
}

import { AnalysisInputError } from '../errors.ts';
import type { Gate, Share, StanceCounts, ThresholdBase, ThresholdValues } from './decision.ts';

export interface ThresholdRule {
  readonly supermajority: Share;
  readonly base: ThresholdBase;
}

/**
 * What a gate asks of some counts, in whole numbers.
 * @returns `needed` for a majority: the least number above half of the base; for a supermajority: the
 *   least number at or above its share; for consent: everybody who is not neutral; for none: 0.
 * @complexity O(1).
 */
export function thresholdOf(
  gate: Gate,
  counts: StanceCounts,
  rule: ThresholdRule,
): ThresholdValues {
  const base = gate === 'consent' ? counts.for + counts.against : baseOf(counts, rule.base);
  const values = { rule: gate, for: counts.for, against: counts.against, base };
  return { ...values, needed: neededOf(gate, base, rule.supermajority) };
}

/** Whether counts open a gate. Nobody's answer opens none: silence is no agreement. */
export function meetsGate(gate: Gate, counts: StanceCounts, rule: ThresholdRule): boolean {
  if (gate === 'none') return true;
  if (counts.answered === 0) return false;
  if (gate === 'consent') return counts.against === 0;
  const { base, needed } = thresholdOf(gate, counts, rule);
  return base > 0 && counts.for >= needed;
}

/** Throws when a share is no fraction of whole numbers above one half and at most one. */
export function checkSupermajority({ numerator, denominator }: Share): void {
  const whole = Number.isSafeInteger(numerator) && Number.isSafeInteger(denominator);
  if (!whole || denominator < 1 || numerator > denominator || numerator * 2 <= denominator) {
    throw new AnalysisInputError('supermajority', 'must be a share above 1/2 and at most 1');
  }
}

function baseOf(counts: StanceCounts, base: ThresholdBase): number {
  if (base === 'seats') return counts.seats;
  return base === 'answered' ? counts.answered : counts.for + counts.against;
}

function neededOf(gate: Gate, base: number, share: Share): number {
  if (gate === 'none') return 0;
  if (gate === 'consent') return base;
  if (gate === 'majority') return Math.floor(base / 2) + 1;
  const product = BigInt(base) * BigInt(share.numerator);
  const denominator = BigInt(share.denominator);
  return Number((product + denominator - 1n) / denominator);
}

import { AnalysisInputError } from '../errors.ts';
import {
  add,
  divide,
  leastCommonMultiple,
  multiply,
  type Rational,
  rational,
  zero,
} from './rational.ts';

/** How many voices a ballot carries: a whole number, or any exact fraction. A ballot of weight w counts as w copies. */
export type Weight = number | Rational;

/**
 * How ballots of several constituencies are weighed against each other: every ballot by its own
 * weight; every constituency with the same voice whatever its number of ballots; or each with a
 * voice of its own.
 */
export type VoiceRule = 'equal-ballots' | 'equal-voice' | Readonly<Record<string, Weight>>;

export interface WeighedBallot {
  readonly weight?: Weight | undefined;
  readonly constituency?: string | undefined;
}

/** Whole-number weights: `units[i] / scale` voices for ballot i. */
export interface Voices {
  readonly units: readonly bigint[];
  readonly scale: bigint;
}

/**
 * Exact whole-number weights. Under `equal-voice` the ballots of each constituency together weigh
 * one; under a record, what it says.
 * @throws {AnalysisInputError} on a negative or inexact weight, or a ballot without a constituency
 *   or of an unlisted one where the rule needs it.
 * @complexity O(ballots) exact additions.
 */
export function weighBallots(
  ballots: readonly WeighedBallot[],
  rule: VoiceRule = 'equal-ballots',
): Voices {
  const own = ballots.map((ballot) => exactWeight(ballot.weight ?? 1));
  return toUnits(rule === 'equal-ballots' ? own : voicesOfConstituencies(ballots, own, rule));
}

/** Ballots that count, with whole-number weights, and how many were left out. */
export interface CountingBallots<Ballot> {
  readonly ballots: readonly (Ballot & { readonly units: bigint })[];
  readonly scale: bigint;
  readonly total: bigint;
  readonly blank: number;
}

/**
 * Weighs the ballots that are filled in; the others, and those of no weight, are left out. A blank
 * ballot takes no part of its constituency's voice.
 */
export function countingBallots<Ballot extends WeighedBallot>(
  ballots: readonly Ballot[],
  filled: (ballot: Ballot) => boolean,
  rule?: VoiceRule,
): CountingBallots<Ballot> {
  const nothing: WeighedBallot = { weight: 0 };
  const { units, scale } = weighBallots(
    ballots.map((ballot) => (filled(ballot) ? ballot : nothing)),
    rule,
  );
  const counting: (Ballot & { readonly units: bigint })[] = [];
  let total = 0n;
  ballots.forEach((ballot, index) => {
    const weight = units[index]!;
    if (weight === 0n) return;
    total += weight;
    counting.push({ ...ballot, units: weight });
  });
  return { ballots: counting, scale, total, blank: ballots.length - counting.length };
}

/** A weight as a fraction, after checking it. */
export function exactWeight(weight: Weight): Rational {
  if (typeof weight === 'number') {
    if (!Number.isSafeInteger(weight) || weight < 0) {
      throw new AnalysisInputError('weight', `${weight} is no count; give a fraction exactly`);
    }
    return { numerator: BigInt(weight), denominator: 1n };
  }
  if (weight.numerator < 0n) throw new AnalysisInputError('weight', 'must not be negative');
  return rational(weight.numerator, weight.denominator);
}

function voicesOfConstituencies(
  ballots: readonly WeighedBallot[],
  own: readonly Rational[],
  rule: Exclude<VoiceRule, 'equal-ballots'>,
): Rational[] {
  const totals = new Map<string, Rational>();
  ballots.forEach(({ constituency }, index) => {
    if (own[index]!.numerator === 0n) return;
    if (constituency === undefined) {
      throw new AnalysisInputError('ballots', `ballot ${index + 1} names no constituency`);
    }
    totals.set(constituency, add(totals.get(constituency) ?? zero, own[index]!));
  });
  const factors = new Map<string, Rational>();
  for (const [name, total] of totals) {
    const voice = rule === 'equal-voice' ? 1 : Object.hasOwn(rule, name) ? rule[name]! : undefined;
    if (voice === undefined) {
      throw new AnalysisInputError('voices', `the constituency "${name}" has none`);
    }
    factors.set(name, divide(exactWeight(voice), total));
  }
  return ballots.map(({ constituency }, index) => {
    const weight = own[index]!;
    return weight.numerator === 0n ? zero : multiply(weight, factors.get(constituency!)!);
  });
}

function toUnits(weights: readonly Rational[]): Voices {
  const denominators = new Set(weights.map((weight) => weight.denominator));
  const scale = [...denominators].reduce(leastCommonMultiple, 1n);
  const units = weights.map((weight) => weight.numerator * (scale / weight.denominator));
  return { units, scale };
}

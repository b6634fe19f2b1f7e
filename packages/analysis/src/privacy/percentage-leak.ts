import { AnalysisInputError } from '../errors.ts';

export type Rounding = 'half-even' | 'half-up' | 'any';

export interface PercentageLeak {
  /** Counts that would be shown as this percentage, ascending. */
  readonly counts: readonly number[];
  /** Whether there is exactly one, so that the percentage tells the count. */
  readonly disclosed: boolean;
}

/**
 * Which counts a rounded percentage of a known number of people can stand for.
 * @param base  Number of people, a whole number >= 1.
 * @param shown  The percentage as shown: "11.8" or "12.0"; its decimals are those of the text.
 * @param rounding  How exact halves were rounded: to even (default), up, or unknown, when both count.
 * @returns No count at all means that base and percentage do not belong together.
 * @throws {AnalysisInputError} on a base or percentage that is none.
 * @complexity O(1) plus the counts found; exact integer arithmetic.
 * @checked against a program in Python: 11.8 % of 17 is 2.
 */
export function percentageLeak(
  base: number,
  shown: string,
  rounding: Rounding = 'half-even',
): PercentageLeak {
  if (!Number.isSafeInteger(base) || base < 1) {
    throw new AnalysisInputError('base', 'must be a whole number of people');
  }
  const match = /^(\d{1,3})(?:\.(\d{1,9}))?$/.exec(shown);
  if (!match) throw new AnalysisInputError('shown', `"${shown}" is no percentage`);
  const decimals = match[2]?.length ?? 0;
  const units = BigInt(match[1]! + (match[2] ?? ''));
  const whole = 200n * 10n ** BigInt(decimals);
  const people = BigInt(base);
  const counts: number[] = [];
  const first = ((2n * units - 1n) * people) / whole;
  for (let count = first < 0n ? 0n : first; count <= people; count++) {
    const distance = count * whole - 2n * units * people;
    if (distance > people) break;
    if (rounds(distance, people, units, rounding)) counts.push(Number(count));
  }
  return { counts, disclosed: counts.length === 1 };
}

/** `distance` is from the shown value, in units where half a step is `half`. */
function rounds(distance: bigint, half: bigint, units: bigint, rounding: Rounding): boolean {
  if (distance > -half && distance < half) return true;
  if (distance !== half && distance !== -half) return false;
  if (rounding === 'any') return true;
  return rounding === 'half-up' ? distance === -half : units % 2n === 0n;
}

/**
 * The most decimals with which a percentage of so many people does not tell any count: every shown
 * value stands for at least two.
 * @param base  Number of people.
 * @returns 0 or more decimals; -1 when even whole percentages tell the count (200 people or fewer).
 */
export function safeDecimals(base: number): number {
  if (!Number.isSafeInteger(base) || base < 1) {
    throw new AnalysisInputError('base', 'must be a whole number of people');
  }
  for (let decimals = 9; decimals >= 0; decimals--) {
    if (base > 200 * 10 ** decimals) return decimals;
  }
  return -1;
}

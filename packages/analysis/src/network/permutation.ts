import { AnalysisInputError } from '../errors.ts';
import { seededRandom } from '../random.ts';
import { sliceBounds } from './workload.ts';

/** How many random relabellings, from which seed. */
export interface PermutationOptions {
  /** Integer of at least 19, so that p can go below 0.05. */
  readonly permutations: number;
  /** Same seed, same answer, whatever the number of threads. */
  readonly seed: number;
}

/** What permutations say about a statistic. Each p is (c + 1) / (k + 1): valid, and never zero. */
export interface PermutationSummary {
  /** How often chance gives at least the value observed. */
  readonly pGreater: number;
  /** How often chance gives at most the value observed. */
  readonly pLess: number;
  readonly pTwoSided: number;
  /** Mean and standard deviation of the statistic under chance. */
  readonly chanceMean: number;
  readonly chanceSd: number;
  readonly permutations: number;
}

/** A run of permutations with a generator of its own. */
export interface PermutationSlice {
  readonly first: number;
  readonly last: number;
  readonly seed: number;
}

/** Cuts permutations into slices, each with a seed drawn from the one given. */
export function permutationSlices(options: PermutationOptions): PermutationSlice[] {
  const { permutations, seed } = options;
  if (!Number.isSafeInteger(permutations) || permutations < 19) {
    throw new AnalysisInputError('permutations', 'must be an integer of at least 19');
  }
  const random = seededRandom(seed);
  return sliceBounds(permutations, 16).map((bounds) => ({
    ...bounds,
    seed: Math.floor(random() * 0x1_0000_0000),
  }));
}

/** Puts a fresh random order into `order`, every order equally likely. */
export function shuffle(order: Uint32Array, random: () => number): void {
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    const held = order[i]!;
    order[i] = order[j]!;
    order[j] = held;
  }
}

/**
 * Compares an observed statistic with its values under permutation. Values within a rounding error of
 * the observed one count as equal to it.
 * @param center  Two-sided p counts values at least as far from here as the observed one.
 * @source Phipson & Smyth 2010, SAGMB 9(1):39.
 */
export function summarizePermutations(
  observed: number,
  chance: Float64Array,
  center: number,
): PermutationSummary {
  const k = chance.length;
  const slack = 1e-12 * Math.max(1, Math.abs(observed));
  const farness = Math.abs(observed - center) - slack;
  let greater = 0;
  let less = 0;
  let asFar = 0;
  let sum = 0;
  for (const value of chance) {
    if (value >= observed - slack) greater += 1;
    if (value <= observed + slack) less += 1;
    if (Math.abs(value - center) >= farness) asFar += 1;
    sum += value;
  }
  const mean = sum / k;
  const squares = chance.reduce((total, value) => total + (value - mean) ** 2, 0);
  return {
    pGreater: (greater + 1) / (k + 1),
    pLess: (less + 1) / (k + 1),
    pTwoSided: (asFar + 1) / (k + 1),
    chanceMean: mean,
    chanceSd: Math.sqrt(squares / (k - 1)),
    permutations: k,
  };
}

/** The parts one after the other. */
export function concatenate(parts: readonly Float64Array[]): Float64Array {
  const whole = new Float64Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

import { AnalysisInputError } from '../../errors.ts';
import { pearson } from '../correlation.ts';
import type { Insufficient } from '../insufficient.ts';
import { insufficient } from '../insufficient.ts';
import type { LongWork } from './long-work.ts';
import { repeat } from './long-work.ts';

/**
 * Two-sided permutation test of independence by Pearson's correlation.
 * @param x  At least four finite values. Not mutated.
 * @param y  As many.
 * @param random  Uniform [0, 1). Required: same seed, same answer.
 * @param options.permutations  Default 9,999.
 * @returns the correlation with p = (c + 1) / (k + 1), or `insufficient` for fewer than four pairs,
 *   or x or y that does not vary.
 * @complexity O(k n)
 * @source Phipson & Smyth 2010, SAGMB 9(1):39. Null calibration in the tests.
 */
export function permutationCorrelation(
  x: readonly number[],
  y: readonly number[],
  random: () => number,
  options: LongWork & { readonly permutations?: number } = {},
):
  | { readonly correlation: number; readonly p: number; readonly permutations: number }
  | Insufficient {
  const { permutations = 9999 } = options;
  if (x.length !== y.length) throw new AnalysisInputError('y', 'must be as long as x');
  if (![...x, ...y].every(Number.isFinite)) {
    throw new AnalysisInputError('x', 'and y must be finite numbers');
  }
  if (x.length < 4) return insufficient('pairs', 4, x.length);
  if (!varies(x) || !varies(y)) return insufficient('different-values', 2, 1);
  const correlation = pearson(x, y);
  const shuffled = Float64Array.from(y);
  let asFar = 0;
  repeat(
    permutations,
    () => {
      for (let i = shuffled.length - 1; i > 0; i -= 1) {
        const j = Math.floor(random() * (i + 1));
        const value = shuffled[i]!;
        shuffled[i] = shuffled[j]!;
        shuffled[j] = value;
      }
      if (Math.abs(pearson(x, shuffled)) >= Math.abs(correlation) * (1 - 1e-12)) asFar += 1;
    },
    options,
  );
  return { correlation, p: (asFar + 1) / (permutations + 1), permutations };
}

const varies = (values: readonly number[]) => values.some((value) => value !== values[0]);

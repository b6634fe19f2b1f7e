import { checkLevel } from '../check-level.ts';
import { fRatioUpperTail } from '../distribution/f-ratio.ts';
import { studentTQuantile, studentTTwoSided } from '../distribution/student-t.ts';
import type { Insufficient } from '../insufficient.ts';
import { insufficient } from '../insufficient.ts';
import type { Interval } from '../regression/coefficient.ts';
import { summarizeGroups } from './groups.ts';

export type WelchTest = {
  readonly difference: number;
  readonly interval: Interval;
  readonly t: number;
  readonly df: number;
  readonly p: number;
};

/**
 * Difference between two means when variances may differ.
 * @param a  At least two finite values. Not mutated.
 * @param b  As `a`, the same unit; sizes may differ.
 * @returns mean of a minus mean of b, or `insufficient`; p is NaN when neither group varies.
 * @source Welch 1947, Biometrika 34:28-35; Satterthwaite 1946, Biometrics Bulletin 2:110-114.
 * @checked against R t.test.
 */
export function welchTest(
  a: readonly number[],
  b: readonly number[],
  level = 0.95,
): WelchTest | Insufficient {
  const smallest = Math.min(a.length, b.length);
  checkLevel(level);
  if (smallest < 2) return insufficient('values-in-each-group', 2, smallest);
  const [one, two] = summarizeGroups([a, b]) as [
    ReturnType<typeof summarizeGroups>[number],
    ReturnType<typeof summarizeGroups>[number],
  ];
  const [va, vb] = [one, two].map(({ squares, size }) => squares / (size - 1) / size) as [
    number,
    number,
  ];
  if (va + vb === 0) return insufficient('different-values-in-a-group', 2, 1);
  const error = Math.sqrt(va + vb);
  const df = (va + vb) ** 2 / (va ** 2 / (one.size - 1) + vb ** 2 / (two.size - 1));
  const difference = one.mean - two.mean;
  const reach = studentTQuantile((1 + level) / 2, df) * error;
  const t = difference / error;
  return {
    difference,
    interval: { low: difference - reach, high: difference + reach, level },
    t,
    df,
    p: studentTTwoSided(t, df),
  };
}

export type WelchVariance = {
  readonly f: number;
  readonly df1: number;
  readonly df2: number;
  readonly p: number;
};

/**
 * Whether several means differ when variances may differ.
 * @param groups  At least two groups of at least two finite values each.
 * @source Welch 1951, Biometrika 38:330-336.
 * @checked against R oneway.test.
 */
export function welchVariance(
  groups: readonly (readonly number[])[],
): WelchVariance | Insufficient {
  if (groups.length < 2) return insufficient('groups', 2, groups.length);
  const smallest = Math.min(...groups.map((group) => group.length));
  if (smallest < 2) return insufficient('values-in-each-group', 2, smallest);
  const summaries = summarizeGroups(groups);
  if (summaries.some(({ squares }) => squares === 0)) {
    return insufficient('different-values-in-each-group', 2, 1);
  }
  const weights = summaries.map(({ size, squares }) => (size * (size - 1)) / squares);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const centre = summaries.reduce((sum, { mean }, i) => sum + weights[i]! * mean, 0) / total;
  const k = groups.length;
  const lack = summaries.reduce(
    (sum, { size }, i) => sum + (1 - weights[i]! / total) ** 2 / (size - 1),
    0,
  );
  const between =
    summaries.reduce((sum, { mean }, i) => sum + weights[i]! * (mean - centre) ** 2, 0) / (k - 1);
  const f = between / (1 + (2 * (k - 2) * lack) / (k ** 2 - 1));
  const df2 = (k ** 2 - 1) / (3 * lack);
  return { f, df1: k - 1, df2, p: fRatioUpperTail(f, k - 1, df2) };
}

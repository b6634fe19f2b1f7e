import { findQuantile } from './find-quantile.ts';
import { incompleteBeta } from './incomplete-beta.ts';
import type { Tails } from './incomplete-gamma.ts';

/** P(F > x) for the F distribution; infinite df2 is allowed through `chiSquareUpperTail` instead. */
export function fRatioUpperTail(x: number, df1: number, df2: number): number {
  return tails(x, df1, df2).upper;
}

/** P(F <= x) for the F distribution. */
export function fRatioLowerTail(x: number, df1: number, df2: number): number {
  return tails(x, df1, df2).lower;
}

/** The x below which an F variable lies with probability `p`. */
export function fRatioQuantile(p: number, df1: number, df2: number): number {
  return findQuantile(p, (x) => tails(x, df1, df2), 1);
}

function tails(x: number, df1: number, df2: number): Tails {
  if (Number.isNaN(x)) return { lower: Number.NaN, upper: Number.NaN };
  if (x === Number.POSITIVE_INFINITY) return { lower: 1, upper: 0 };
  if (x <= 0) return { lower: 0, upper: 1 };
  const all = df2 + df1 * x;
  return incompleteBeta(df1 / 2, df2 / 2, (df1 * x) / all, df2 / all);
}

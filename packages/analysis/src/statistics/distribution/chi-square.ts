import { findQuantile } from './find-quantile.ts';
import { incompleteGamma } from './incomplete-gamma.ts';

/** P(X > x) for a chi-square variable. */
export function chiSquareUpperTail(x: number, df: number): number {
  return incompleteGamma(df / 2, x / 2).upper;
}

/** P(X <= x) for a chi-square variable. */
export function chiSquareLowerTail(x: number, df: number): number {
  return incompleteGamma(df / 2, x / 2).lower;
}

/** The x below which a chi-square variable lies with probability `p`. */
export function chiSquareQuantile(p: number, df: number): number {
  return findQuantile(p, (x) => incompleteGamma(df / 2, x / 2), df);
}

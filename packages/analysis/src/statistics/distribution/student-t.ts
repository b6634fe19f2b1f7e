import { findQuantile } from './find-quantile.ts';
import { incompleteBeta } from './incomplete-beta.ts';
import type { Tails } from './incomplete-gamma.ts';
import { normalQuantile, normalUpperTail } from './normal.ts';

/**
 * P(T > t) for Student's t.
 * @param df  Positive; infinity gives the normal distribution.
 * @complexity O(sqrt(df) + 1) terms.
 * @checked against mpmath with 40 digits, fixtures/stats/distributions.json.
 */
export function studentTUpperTail(t: number, df: number): number {
  if (Number.isNaN(t) || Number.isNaN(df)) return Number.NaN;
  if (df === Number.POSITIVE_INFINITY) return normalUpperTail(t);
  if (t < 0) return 1 - studentTUpperTail(-t, df);
  return centralShare(t, df).upper / 2;
}

/** P(T <= t) for Student's t. */
export function studentTLowerTail(t: number, df: number): number {
  return studentTUpperTail(-t, df);
}

/** Two-sided p-value of a t statistic. */
export function studentTTwoSided(t: number, df: number): number {
  return 2 * studentTUpperTail(Math.abs(t), df);
}

/** The t below which Student's t lies with probability `p`. */
export function studentTQuantile(p: number, df: number): number {
  if (!(p >= 0 && p <= 1)) return Number.NaN;
  if (df === Number.POSITIVE_INFINITY) return normalQuantile(p);
  if (p === 0.5) return 0;
  if (p < 0.5) return -solve(p, df);
  return solve(1 - p, df);
}

/** The t that is exceeded with probability `tail` < 1/2. */
function solve(tail: number, df: number): number {
  return findQuantile(1 - 2 * tail, (t) => centralShare(t, df), 1, 2 * tail);
}

/** P(-t < T < t) as `lower`, the rest as `upper`. */
function centralShare(t: number, df: number): Tails {
  if (t === Number.POSITIVE_INFINITY) return { lower: 1, upper: 0 };
  const all = df + t * t;
  return incompleteBeta(0.5, df / 2, (t * t) / all, df / all);
}

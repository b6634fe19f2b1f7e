import { findRoot } from './find-root.ts';
import type { Tails } from './incomplete-gamma.ts';

/**
 * Quantile of a distribution on (0, infinity), solved on the logarithm of its smaller tail so that
 * far quantiles keep their digits.
 * @param p  Lower probability; outside [0, 1] gives NaN.
 * @param tails  The distribution; one that is NaN at `start` gives NaN.
 * @param start  A point in its middle, positive.
 * @param q  1 - p, from a caller who knows it without loss of digits.
 */
export function findQuantile(
  p: number,
  tails: (x: number) => Tails,
  start: number,
  q: number = 1 - p,
): number {
  if (!(p >= 0 && p <= 1)) return Number.NaN;
  if (p === 0) return 0;
  if (q === 0) return Number.POSITIVE_INFINITY;
  const excess = (logX: number) => {
    const { lower, upper } = tails(Math.exp(logX));
    return p < 0.5 ? safeLog(lower) - Math.log(p) : Math.log(q) - safeLog(upper);
  };
  let low = Math.log(start);
  // Parameters that are none, such as degrees of freedom of 0 / 0, have no quantile.
  if (Number.isNaN(excess(low))) return Number.NaN;
  let high = low;
  while (excess(low) > 0) low -= 1 + (Math.log(start) - low);
  while (excess(high) < 0) high += 1 + (high - Math.log(start));
  return Math.exp(findRoot(excess, low, high));
}

/** Logarithm that stays finite at 0, for the sake of interpolation. */
function safeLog(x: number): number {
  return x <= 0 ? -1e6 : Math.log(x);
}

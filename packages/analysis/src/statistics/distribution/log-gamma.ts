import { stirlingSeries } from './stirling-series.ts';

const HALF_LOG_TWO_PI = 0.9189385332046728;

/**
 * Natural logarithm of the gamma function.
 * @param x  Positive, finite; otherwise NaN.
 * @returns ln Gamma(x), absolute error near 1e-15 for x < 10, relative beyond.
 * @complexity O(1)
 * @source Stirling's series, DLMF 5.11.1, after the recurrence DLMF 5.5.1 for small x.
 * @checked against mpmath with 40 digits, fixtures/stats/distributions.json.
 */
export function logGamma(x: number): number {
  if (!(x > 0)) return Number.NaN;
  if (x < 10) {
    let product = 1;
    let shifted = x;
    while (shifted < 10) {
      product *= shifted;
      shifted += 1;
    }
    return logGamma(shifted) - Math.log(product);
  }
  return (x - 0.5) * Math.log(x) - x + HALF_LOG_TWO_PI + stirlingSeries(x);
}

import { logGamma } from './log-gamma.ts';
import { stirlingSeries } from './stirling-series.ts';

const HALF_LOG_TWO_PI = 0.9189385332046728;

/**
 * What Stirling's formula misses: ln Gamma(x) - (x - 1/2) ln x + x - ln(2 pi)/2, for x > 0.
 * @source DLMF 5.11.1; its use in Loader 2000, "Fast and accurate computation of binomial
 *   probabilities".
 */
export function stirlingError(x: number): number {
  if (x < 10) return logGamma(x) - (x - 0.5) * Math.log(x) + x - HALF_LOG_TWO_PI;
  return stirlingSeries(x);
}

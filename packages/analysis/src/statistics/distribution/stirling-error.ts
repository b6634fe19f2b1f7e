import { logGamma } from './log-gamma.ts';

const HALF_LOG_TWO_PI = 0.9189385332046728;

/**
 * What Stirling's formula misses: ln Gamma(x) - (x - 1/2) ln x + x - ln(2 pi)/2, for x > 0.
 * @source DLMF 5.11.1; its use in Loader 2000, "Fast and accurate computation of binomial
 *   probabilities".
 */
export function stirlingError(x: number): number {
  if (x < 10) return logGamma(x) - (x - 0.5) * Math.log(x) + x - HALF_LOG_TWO_PI;
  const inverse = 1 / x;
  const square = inverse * inverse;
  let sum = 0;
  for (let i = SERIES.length - 1; i >= 0; i -= 1) sum = sum * square + SERIES[i]!;
  return sum * inverse;
}

/** B(2k) / (2k (2k - 1)) for k = 1, 2, ...: Bernoulli numbers of the asymptotic series. */
const SERIES = [
  1 / 12,
  -1 / 360,
  1 / 1260,
  -1 / 1680,
  1 / 1188,
  -691 / 360_360,
  1 / 156,
  -3617 / 122_400,
  43_867 / 244_188,
];

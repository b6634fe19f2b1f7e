const INVERSE_SQRT_TWO_PI = 0.3989422804014327;

/** Density of the standard normal distribution; the square is split so that far tails keep their digits. */
export function normalDensity(z: number): number {
  const size = Math.abs(z);
  const high = Math.floor(size * 16) / 16;
  const rest = (size - high) * (size + high);
  return INVERSE_SQRT_TWO_PI * Math.exp(-0.5 * high * high) * Math.exp(-0.5 * rest);
}

/**
 * P(Z > z) for a standard normal Z, relative accuracy near 1e-15 in the far tail too.
 * @complexity O(1): at most about 100 terms.
 * @source Series DLMF 7.6.2 near 0; Laplace's continued fraction DLMF 7.9.3 in the tail.
 * @checked against mpmath with 40 digits, fixtures/stats/distributions.json.
 */
export function normalUpperTail(z: number): number {
  if (z < 0) return 1 - normalUpperTail(-z);
  if (z > 39) return 0;
  if (z < 1.25) return 0.5 - normalDensity(z) * oddSeries(z);
  return normalDensity(z) * millsRatio(z);
}

/** P(Z <= z) for a standard normal Z. */
export function normalLowerTail(z: number): number {
  return normalUpperTail(-z);
}

/** Two-sided p-value of a standard normal statistic. */
export function normalTwoSided(z: number): number {
  return 2 * normalUpperTail(Math.abs(z));
}

function oddSeries(z: number): number {
  let term = z;
  let sum = z;
  for (let k = 3; term > sum * 1e-17; k += 2) {
    term *= (z * z) / k;
    sum += term;
  }
  return sum;
}

function millsRatio(z: number): number {
  const depth = Math.ceil(12 + 500 / (z * z));
  let tail = z;
  for (let k = depth; k >= 1; k -= 1) tail = z + k / tail;
  return 1 / tail;
}

/**
 * The z below which a standard normal variable lies with probability `p`.
 * @param p  In [0, 1]; infinite at the ends.
 * @complexity O(1): Halley steps on the logarithm-free tail from a rational start.
 * @source Start: Abramowitz & Stegun 26.2.23.
 */
export function normalQuantile(p: number): number {
  if (!(p >= 0 && p <= 1)) return Number.NaN;
  if (p > 0.5) return -normalQuantile(1 - p);
  if (p === 0) return Number.NEGATIVE_INFINITY;
  if (p === 0.5) return 0;
  const t = Math.sqrt(-2 * Math.log(p));
  let z =
    t -
    (2.515517 + t * (0.802853 + t * 0.010328)) /
      (1 + t * (1.432788 + t * (0.189269 + t * 0.001308)));
  for (let step = 0; step < 4; step += 1) {
    const error = (normalUpperTail(z) - p) / normalDensity(z);
    z += error / (1 - (error * z) / 2);
  }
  return -z;
}

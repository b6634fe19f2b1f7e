import { devianceTerm } from './deviance-term.ts';
import type { Tails } from './incomplete-gamma.ts';
import { stirlingError } from './stirling-error.ts';

/**
 * Regularised incomplete beta function I_x(a, b) and its complement.
 * @param a  Positive.
 * @param b  Positive.
 * @param x  In [0, 1].
 * @param y  1 - x, from the caller who knows it without loss of digits.
 * @returns both tails; NaN where there is no such distribution.
 * @complexity O(sqrt(max(a, b)) + 1) terms.
 * @source Continued fraction of DiDonato & Morris 1992, ACM TOMS 18(3):360-373, eq. 9 (modified
 *   Lentz), with Loader's form of the leading factor.
 * @checked against mpmath with 40 digits, fixtures/stats/distributions.json.
 */
export function incompleteBeta(a: number, b: number, x: number, y: number = 1 - x): Tails {
  if (!(a > 0 && b > 0) || Number.isNaN(x)) return { lower: Number.NaN, upper: Number.NaN };
  if (x <= 0) return { lower: 0, upper: 1 };
  if (y <= 0) return { lower: 1, upper: 0 };
  const factor = leadingFactor(a, b, x, y);
  const excess = a * y - b * x;
  if (excess + 1 - 2 * x > 0) {
    const lower = factor * fraction(a, b, x, excess);
    return { lower, upper: 1 - lower };
  }
  const upper = factor * fraction(b, a, y, -excess);
  return { lower: 1 - upper, upper };
}

/** x^a y^b / B(a, b). */
function leadingFactor(a: number, b: number, x: number, y: number): number {
  const n = a + b;
  const difference = a * y - b * x;
  const exponent =
    stirlingError(n) -
    stirlingError(a) -
    stirlingError(b) -
    devianceTerm(a, n * x, difference) -
    devianceTerm(b, n * y, -difference);
  return Math.exp(exponent) * Math.sqrt((a / n) * (b / (2 * Math.PI)));
}

/** The rest of I_x(a, b) behind the leading factor; `excess` is a y - b x, not below about -1. */
function fraction(a: number, b: number, x: number, excess: number): number {
  const denominator = (n: number) =>
    n +
    (n * (b - n) * x) / (a + 2 * n - 1) +
    ((a + n) / (a + 2 * n + 1)) * (excess + 1 + n * (2 - x));
  let c = Number.POSITIVE_INFINITY;
  let d = (a + 1) / (a * (excess + 1));
  let value = d;
  for (let n = 1; n < 100_000; n += 1) {
    if (n === b) break;
    const root = x / (a + 2 * n - 1);
    const numerator = (a + n - 1) * (a + b + n - 1) * n * (b - n) * root * root;
    const next = denominator(n);
    d = 1 / nonZero(numerator * d + next);
    c = nonZero(next + numerator / c);
    const step = c * d;
    value *= step;
    if (Math.abs(step - 1) < 1e-16) break;
  }
  return value;
}

function nonZero(x: number): number {
  return x === 0 ? 1e-300 : x;
}

import { findRoot } from './find-root.ts';
import { incompleteBeta } from './incomplete-beta.ts';

/** The x below which a Beta(a, b) variable lies with probability `p`. */
export function betaQuantile(p: number, a: number, b: number): number {
  if (!(p >= 0 && p <= 1 && a > 0 && b > 0)) return Number.NaN;
  if (p === 0 || p === 1) return p;
  // Solved for the odds on a logarithmic scale, where both ends of (0, 1) keep their digits.
  const excess = (logOdds: number) => {
    const x = 1 / (1 + Math.exp(-logOdds));
    const y = 1 / (1 + Math.exp(logOdds));
    const { lower, upper } = incompleteBeta(a, b, x, y);
    return p < 0.5
      ? Math.log(Math.max(lower, 1e-320)) - Math.log(p)
      : Math.log(1 - p) - Math.log(Math.max(upper, 1e-320));
  };
  return 1 / (1 + Math.exp(-findRoot(excess, -700, 700)));
}

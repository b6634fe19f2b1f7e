import { forward, invertSymmetric } from '../linear/solve-symmetric.ts';
import type { CrossProducts } from './cross-products.ts';
import { hessian, moved } from './differences.ts';
import { profile, relativeFactor } from './profile.ts';

/**
 * Degrees of freedom of each fixed effect's t: twice the squared variance over the variance of that
 * variance, by derivatives of the likelihood in the spread parameters.
 * @param contrasts  Rows that turn coordinates of Q into coefficients.
 * @returns one for each contrast; null when the likelihood is not curved enough to tell.
 * @source Fai & Cornelius 1996, J. Statistical Computation and Simulation 54:363-378; Kuznetsova,
 *   Brockhoff & Christensen 2017, J. Statistical Software 82(13).
 * @checked against R lmerTest.
 */
export function satterthwaiteDegrees(
  data: CrossProducts,
  theta: readonly number[],
  sigma: number,
  size: number,
  restricted: boolean,
  contrasts: readonly Float64Array[],
): Float64Array | null {
  const at = [...theta, sigma];
  const steps = at.map((value) => 1e-4 * Math.max(0.1, Math.abs(value)));
  const deviance = (x: readonly number[]) => {
    const s = x.at(-1)!;
    const p = profile(data, relativeFactor(x, size));
    if (!p) return Number.NaN;
    const df = data.rows - (restricted ? data.leastSquares.length : 0);
    const fixed = restricted ? p.logFixed : 0;
    return p.logRandom + fixed + p.squares / s ** 2 + df * Math.log(s ** 2);
  };
  const inverse = invertSymmetric(hessian(deviance, at, steps));
  if (!inverse) return null;
  const variances = (x: readonly number[]) => {
    const p = profile(data, relativeFactor(x, size))!;
    return contrasts.map((contrast) => {
      const half = forward(p.fixedFactor, contrast);
      return x.at(-1)! ** 2 * half.reduce((sum, v) => sum + v * v, 0);
    });
  };
  const centre = variances(at);
  const slopes = at.map((_, i) => {
    const up = variances(moved(at, [[i, steps[i]!]]));
    const down = variances(moved(at, [[i, -steps[i]!]]));
    return up.map((value, j) => (value - down[j]!) / (2 * steps[i]!));
  });
  return Float64Array.from(contrasts, (_, j) => {
    let spread = 0;
    for (let a = 0; a < at.length; a += 1) {
      for (let b = 0; b < at.length; b += 1) {
        spread += 2 * slopes[a]![j]! * inverse[a]![b]! * slopes[b]![j]!;
      }
    }
    return (2 * centre[j]! ** 2) / spread;
  });
}

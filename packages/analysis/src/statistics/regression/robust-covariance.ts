import type { Covariance } from './covariance.ts';
import { sandwich, squareMatrix } from './covariance.ts';
import type { LinearFit } from './linear-fit.ts';

export type RobustKind = 'HC0' | 'HC1' | 'HC2' | 'HC3';

/**
 * Covariance of least squares coefficients that holds when rows have unequal variances.
 * @param kind  HC0 (White), HC1 (times n/(n - k)), HC2 (residuals over sqrt(1 - h)), HC3 (over 1 - h).
 * @returns the matrix, by rows. A row with leverage 1 has no residual to judge by and adds nothing.
 * @complexity O(n k^2)
 * @source White 1980, Econometrica 48:817-838; MacKinnon & White 1985, J. Econometrics 29:305-325.
 * @checked against R sandwich on the California schools, and MASchools when it is there.
 */
export function robustCovariance(fit: LinearFit, kind: RobustKind): Covariance {
  const { q } = fit.decomposition;
  const middle = squareMatrix(q.length);
  const { observations } = fit.design;
  const factor = kind === 'HC1' ? observations / fit.degreesOfFreedom : 1;
  for (let i = 0; i < fit.residuals.length; i += 1) {
    const rest = 1 - fit.leverage[i]!;
    const divisor = kind === 'HC2' ? rest : kind === 'HC3' ? rest * rest : 1;
    if (rest < 1e-12 && divisor !== 1) continue;
    const weight = (factor * fit.residuals[i]! ** 2) / divisor;
    for (let a = 0; a < q.length; a += 1) {
      const share = weight * q[a]![i]!;
      for (let b = 0; b < q.length; b += 1) middle[a]![b]! += share * q[b]![i]!;
    }
  }
  return sandwich(fit.inverseR, middle);
}

/** Covariance under one variance for all rows. */
export function classicCovariance(fit: LinearFit): Covariance {
  const variance = fit.residualSumOfSquares / fit.degreesOfFreedom;
  const middle = squareMatrix(fit.names.length);
  for (let i = 0; i < middle.length; i += 1) middle[i]![i] = variance;
  return sandwich(fit.inverseR, middle);
}

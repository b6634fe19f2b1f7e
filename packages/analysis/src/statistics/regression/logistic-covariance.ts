import { AnalysisInputError } from '../../errors.ts';
import type { Covariance } from './covariance.ts';
import { sandwich, squareMatrix } from './covariance.ts';
import type { Design } from './design.ts';
import type { Solution } from './logistic-likelihood.ts';

/**
 * `model`: from the likelihood. `HC0`: robust. `HC0S`: robust times n/(n - 1), as Stata does.
 * `CR0`, `CR1`: by cluster, without and with G/(G - 1).
 */
export type LogisticErrors = 'model' | 'HC0' | 'HC0S' | 'CR0' | 'CR1';

/** Covariance of the coefficients, and how many clusters it rests on. */
export function logisticCovariance(
  design: Design,
  solution: Solution,
  errors: LogisticErrors,
  cluster?: readonly (string | number)[],
): { covariance: Covariance; clusters: number | null } {
  const size = solution.kept.length;
  const { inverseR } = solution;
  if (errors === 'model') {
    const unit = squareMatrix(size);
    for (let i = 0; i < size; i += 1) unit[i]![i] = 1;
    return { covariance: sandwich(inverseR, unit), clusters: null };
  }
  const byCluster = errors === 'CR0' || errors === 'CR1';
  if (byCluster && cluster?.length !== design.outcome.length) {
    throw new AnalysisInputError('cluster', 'must have a label for each row');
  }
  const scores = byCluster
    ? clusterScores(design, solution, cluster!)
    : rowScores(design, solution);
  const count = byCluster ? scores.length : design.observations;
  const factor = errors === 'HC0S' || errors === 'CR1' ? count / (count - 1) : 1;
  // (X'WX)^-1 S (X'WX)^-1 is the sandwich of R^-T S R^-1.
  const middle = squareMatrix(size);
  for (const { score, copies } of scores) {
    const turned = Float64Array.from(inverseR, (_, j) => {
      let sum = 0;
      for (let i = 0; i <= j; i += 1) sum += inverseR[i]![j]! * score[i]!;
      return sum;
    });
    for (let a = 0; a < size; a += 1) {
      for (let b = 0; b < size; b += 1) middle[a]![b]! += factor * copies * turned[a]! * turned[b]!;
    }
  }
  return { covariance: sandwich(inverseR, middle), clusters: byCluster ? scores.length : null };
}

type Score = { score: Float64Array; copies: number };

function rowScores(design: Design, { kept, fitted }: Solution): Score[] {
  return Array.from(design.outcome, (y, i) => ({
    score: Float64Array.from(kept, (column) => design.columns[column]![i]! * (y - fitted[i]!)),
    copies: design.copies[i]!,
  }));
}

function clusterScores(
  design: Design,
  solution: Solution,
  cluster: readonly (string | number)[],
): Score[] {
  const sums = new Map<string | number, Float64Array>();
  for (const [i, { score, copies }] of rowScores(design, solution).entries()) {
    if (copies === 0) continue;
    const sum = sums.get(cluster[i]!) ?? new Float64Array(score.length);
    for (let j = 0; j < score.length; j += 1) sum[j]! += copies * score[j]!;
    sums.set(cluster[i]!, sum);
  }
  if (sums.size < 2) throw new AnalysisInputError('cluster', 'needs at least two clusters');
  return [...sums.values()].map((score) => ({ score, copies: 1 }));
}

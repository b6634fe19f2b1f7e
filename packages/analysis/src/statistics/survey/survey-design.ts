import { AnalysisInputError } from '../../errors.ts';
import type { Covariance } from '../regression/covariance.ts';
import { squareMatrix } from '../regression/covariance.ts';

/** How the rows of a survey were drawn. */
export type SurveyDesign = {
  /** People or schools that each row stands for: one over its chance to be drawn. */
  readonly weights: readonly number[];
  /** The stratum of each row; default one for all. */
  readonly strata?: readonly (string | number)[];
  /** The cluster that was drawn, of each row; default each row for itself. */
  readonly cluster?: readonly (string | number)[];
  /** For each row: how many clusters (or rows) its stratum has in all; default without end. */
  readonly population?: readonly number[];
};

/** Clusters minus strata. */
export type DesignVariance = { readonly covariance: Covariance; readonly degreesOfFreedom: number };

/**
 * Variance of totals of scores under a stratified one-stage cluster design.
 * @param scores  For each quantity: a number for each row, weights included.
 * @throws {AnalysisInputError} on lengths that differ, a weight that is not positive, or a stratum
 *   with one cluster.
 * @source Cochran 1977, Sampling Techniques, 3rd ed., sections 5A and 9A; linearisation: Binder 1983,
 *   International Statistical Review 51:279-292.
 */
export function designVariance(
  scores: readonly (readonly number[])[],
  design: SurveyDesign,
): DesignVariance {
  const rows = design.weights.length;
  checkDesign(design, rows);
  const strata = Map.groupBy(
    Array.from({ length: rows }, (_, i) => i),
    (row) => design.strata?.[row] ?? 'all',
  );
  const covariance = squareMatrix(scores.length);
  let degreesOfFreedom = 0;
  for (const [name, own] of strata) {
    const clusters = [...Map.groupBy(own, (row) => design.cluster?.[row] ?? row).values()];
    const m = clusters.length;
    if (m < 2) throw new AnalysisInputError('strata', `"${name}" has one cluster only`);
    const all = design.population?.[own[0]!] ?? Number.POSITIVE_INFINITY;
    if (all < m) throw new AnalysisInputError('population', `of "${name}" is below its sample`);
    const sums = clusters.map((cluster) =>
      scores.map((score) => cluster.reduce((sum, row) => sum + score[row]!, 0)),
    );
    const means = scores.map((_, a) => sums.reduce((sum, each) => sum + each[a]!, 0) / m);
    const factor = ((1 - m / all) * m) / (m - 1);
    for (const each of sums) {
      for (let a = 0; a < scores.length; a += 1) {
        for (let b = 0; b < scores.length; b += 1) {
          covariance[a]![b]! += factor * (each[a]! - means[a]!) * (each[b]! - means[b]!);
        }
      }
    }
    degreesOfFreedom += m - 1;
  }
  return { covariance, degreesOfFreedom };
}

function checkDesign(design: SurveyDesign, rows: number): void {
  for (const key of ['strata', 'cluster', 'population'] as const) {
    const column = design[key];
    if (column && column.length !== rows) {
      throw new AnalysisInputError(key, `has ${column.length} values for ${rows} weights`);
    }
  }
  const bad = design.weights.findIndex((weight) => !(weight > 0 && Number.isFinite(weight)));
  if (bad >= 0) throw new AnalysisInputError(`weights[${bad}]`, 'must be a positive number');
}

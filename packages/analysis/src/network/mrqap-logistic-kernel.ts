import { seededRandom } from '../random.ts';
import { fitLogistic } from './logistic-fit.ts';
import { type PermutationSlice, shuffle } from './permutation.ts';

/** A logistic regression over pairs whose predictors' residuals are shuffled one at a time. */
export interface LogisticProblem {
  readonly n: number;
  readonly row: Uint32Array;
  readonly column: Uint32Array;
  readonly y: Float64Array;
  readonly columns: readonly Float64Array[];
  /** Per predictor its residual outside the others, as a square matrix. */
  readonly residuals: readonly Float64Array[];
}

/** One z for each permutation and coefficient; NaN where a permutation has no maximum. */
export function permuteLogistic(problem: LogisticProblem, slice: PermutationSlice): Float64Array {
  const { n, row, column, y, columns, residuals } = problem;
  const random = seededRandom(slice.seed);
  const order = Uint32Array.from({ length: n }, (_, i) => i);
  const results = new Float64Array((slice.last - slice.first) * columns.length);
  for (let at = 0; at < results.length; at += columns.length) {
    shuffle(order, random);
    for (let k = 0; k < columns.length; k++) {
      const shuffled = Float64Array.from(
        row,
        (i, pair) => residuals[k]![order[i]! * n + order[column[pair]!]!]!,
      );
      const fit = fitLogistic(y, columns.with(k, shuffled));
      results[at + k] = fit.converged
        ? fit.coefficients[k]! / fit.standardErrorsAtMaximum[k]!
        : Number.NaN;
    }
  }
  return results;
}

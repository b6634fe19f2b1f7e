import { seededRandom } from '../random.ts';
import { dot } from './orthonormal.ts';
import { type PermutationSlice, shuffle } from './permutation.ts';

/** What one coefficient needs so that its t under a permutation is two sums over pairs. */
export interface PermutedTerm {
  /** The matrix that is shuffled, row after row. */
  readonly matrix: Float64Array;
  /** The vectors over pairs that it is multiplied with. */
  readonly fixed: readonly Float64Array[];
}

/**
 * Double semi-partialling: `terms[k]` shuffles the residual of predictor k; its fixed vectors are the
 * residual of y outside the other predictors, then an orthonormal basis of those.
 * Permutation of y: one term shuffles y; its fixed vectors are the basis Q of all predictors.
 */
export interface MrqapProblem {
  readonly n: number;
  readonly row: Uint32Array;
  readonly column: Uint32Array;
  readonly terms: readonly PermutedTerm[];
  readonly nullHypothesis: 'double-semi-partialling' | 'permute-y';
  /** Pairs less coefficients. */
  readonly degreesOfFreedom: number;
  /** Per term: sum of squares of the shuffled matrix, the same in any order. */
  readonly squares: readonly number[];
  /** Per term: sum of squares of y outside the other predictors (double semi-partialling). */
  readonly residualSquares: readonly number[];
  /** R^-1 of the predictors' factors, row after row (permutation of y). */
  readonly inverseR: readonly (readonly number[])[];
}

/** One t for each permutation and coefficient, permutation after permutation. */
export function permuteResiduals(problem: MrqapProblem, slice: PermutationSlice): Float64Array {
  const random = seededRandom(slice.seed);
  const order = Uint32Array.from({ length: problem.n }, (_, i) => i);
  const coefficients =
    problem.nullHypothesis === 'permute-y' ? problem.inverseR.length : problem.terms.length;
  const results = new Float64Array((slice.last - slice.first) * coefficients);
  for (let at = 0; at < results.length; at += coefficients) {
    shuffle(order, random);
    if (problem.nullHypothesis === 'permute-y') results.set(tOfPermutedY(problem, order), at);
    else
      results.set(
        problem.terms.map((_, k) => tOfPermutedTerm(problem, k, order)),
        at,
      );
  }
  return results;
}

/** By the theorem of Frisch, Waugh and Lovell: only the part of the predictor outside the others counts. */
function tOfPermutedTerm(problem: MrqapProblem, k: number, order: Uint32Array): number {
  const sums = sumsWithFixed(problem, problem.terms[k]!, order);
  let left = problem.squares[k]!;
  for (let b = 1; b < sums.length; b++) left -= sums[b]! ** 2;
  const slope = sums[0]! / left;
  const residual = problem.residualSquares[k]! - slope * sums[0]!;
  return slope / Math.sqrt(residual / problem.degreesOfFreedom / left);
}

function tOfPermutedY(problem: MrqapProblem, order: Uint32Array): number[] {
  const sums = sumsWithFixed(problem, problem.terms[0]!, order);
  const residual = problem.squares[0]! - sums.reduce((total, sum) => total + sum ** 2, 0);
  const variance = residual / problem.degreesOfFreedom;
  return problem.inverseR.map((row) => {
    let coefficient = 0;
    let gram = 0;
    row.forEach((value, j) => {
      coefficient += value * sums[j]!;
      gram += value ** 2;
    });
    return coefficient / Math.sqrt(gram * variance);
  });
}

function sumsWithFixed(problem: MrqapProblem, term: PermutedTerm, order: Uint32Array) {
  const { n, row, column } = problem;
  const shuffled = new Float64Array(row.length);
  for (let pair = 0; pair < row.length; pair++) {
    shuffled[pair] = term.matrix[order[row[pair]!]! * n + order[column[pair]!]!]!;
  }
  return term.fixed.map((vector) => dot(shuffled, vector));
}

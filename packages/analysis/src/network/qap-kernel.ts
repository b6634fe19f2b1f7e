import { seededRandom } from '../random.ts';
import { type PermutationSlice, shuffle } from './permutation.ts';

/** Two matrices over the same nodes, ready for many permutations of the second. */
export interface QapProblem {
  readonly n: number;
  /** Pairs at which the first matrix is not zero (all pairs when a value is missing anywhere). */
  readonly row: Uint32Array;
  readonly column: Uint32Array;
  readonly first: Float64Array;
  /** The second matrix, row after row. */
  readonly second: Float64Array;
  /** Without missing values only the sum of products changes; with them everything does. */
  readonly complete: {
    readonly pairs: number;
    readonly means: readonly [number, number];
    /** Product of the two roots of sums of squares. */
    readonly spread: number;
  } | null;
}

/** Correlations after each permutation of a slice. */
export function permuteCorrelation(problem: QapProblem, slice: PermutationSlice): Float64Array {
  const random = seededRandom(slice.seed);
  const order = Uint32Array.from({ length: problem.n }, (_, i) => i);
  const results = new Float64Array(slice.last - slice.first);
  for (let k = 0; k < results.length; k++) {
    shuffle(order, random);
    results[k] = correlationUnder(problem, order);
  }
  return results;
}

/** The correlation when node i of the first matrix is paired with node `order[i]` of the second. */
export function correlationUnder(problem: QapProblem, order: Uint32Array): number {
  const { complete } = problem;
  if (!complete) return pairwiseCorrelation(problem, order);
  const { n, row, column, first, second } = problem;
  let products = 0;
  for (let pair = 0; pair < row.length; pair++) {
    products += first[pair]! * second[order[row[pair]!]! * n + order[column[pair]!]!]!;
  }
  return (products - complete.pairs * complete.means[0] * complete.means[1]) / complete.spread;
}

/** Over the pairs at which neither matrix is missing; 0 when one of them does not vary there. */
function pairwiseCorrelation(problem: QapProblem, order: Uint32Array): number {
  const { n, row, column, first, second } = problem;
  let [count, meanA, meanB, squaresA, squaresB, products] = [0, 0, 0, 0, 0, 0];
  for (let pair = 0; pair < row.length; pair++) {
    const a = first[pair]!;
    const b = second[order[row[pair]!]! * n + order[column[pair]!]!]!;
    if (Number.isNaN(a) || Number.isNaN(b)) continue;
    count += 1;
    const stepA = a - meanA;
    const stepB = b - meanB;
    meanA += stepA / count;
    meanB += stepB / count;
    squaresA += stepA * (a - meanA);
    squaresB += stepB * (b - meanB);
    products += stepA * (b - meanB);
  }
  const spread = Math.sqrt(squaresA * squaresB);
  return spread > 0 ? products / spread : 0;
}

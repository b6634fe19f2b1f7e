import { seededRandom } from '../random.ts';
import { leadingEigenpairs } from './leading-eigenpairs.ts';
import type { OpinionMatrix } from './opinion-matrix.ts';
import { permuteVotes } from './permute-votes.ts';
import { statementMeans } from './statement-means.ts';
import { sparseOperator } from './symmetric-operator.ts';

/** Scatter along the first principal axis: how far opinions hang together. */
export function leadingVariance(matrix: OpinionMatrix): number {
  const random = seededRandom(1);
  const start = Float64Array.from(matrix.statements, () => random() - 0.5);
  return leadingEigenpairs(sparseOperator(matrix, statementMeans(matrix)), [start], 1e-6)
    .values[0]!;
}

/** The same for votes dealt anew, one number for each permutation `[from, to)`. */
export function permutedVariances(
  matrix: OpinionMatrix,
  [from, to]: readonly [number, number],
  seed: number,
): Float64Array {
  return Float64Array.from({ length: to - from }, (_, at) => {
    const random = seededRandom(seed * 1_000_003 + from + at);
    return leadingVariance(permuteVotes(matrix, random));
  });
}

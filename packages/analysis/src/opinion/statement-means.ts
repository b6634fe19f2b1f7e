import type { OpinionMatrix } from './opinion-matrix.ts';

/**
 * Mean position per statement over the votes cast: what a missing vote is imputed with, and, because
 * of that, the centre of the imputed column too.
 * @returns One number in [-1, 1] per statement; 0 for an excluded statement or one without votes.
 * @complexity O(votes).
 */
export function statementMeans(matrix: OpinionMatrix): Float64Array {
  const sum = new Float64Array(matrix.statements.length);
  const count = new Float64Array(matrix.statements.length);
  for (let v = 0; v < matrix.column.length; v++) {
    sum[matrix.column[v]!]! += matrix.position[v]!;
    count[matrix.column[v]!]! += 1;
  }
  return sum.map((total, j) => (matrix.excluded[j] || count[j] === 0 ? 0 : total / count[j]!));
}

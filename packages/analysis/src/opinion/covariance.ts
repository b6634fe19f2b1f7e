import type { OpinionMatrix } from './opinion-matrix.ts';

/**
 * Covariance of the imputed and centred matrix, times (people - 1). An imputed cell is its column's
 * mean, hence zero after centring: only votes cast by the same person contribute.
 * @param matrix  Not mutated.
 * @param means  From `statementMeans`.
 * @returns Full symmetric matrix, row by row; rows of excluded statements are zero.
 * @complexity O(sum of squared votes per person), C^2 memory.
 */
export function scatterMatrix(matrix: OpinionMatrix, means: Float64Array): Float64Array {
  const size = matrix.statements.length;
  const scatter = new Float64Array(size * size);
  const column = new Int32Array(size);
  const deviation = new Float64Array(size);
  for (let i = 0; i < matrix.people.length; i++) {
    const count = deviationsOfRow(matrix, means, i, column, deviation);
    for (let a = 0; a < count; a++) {
      const offset = column[a]! * size;
      const left = deviation[a]!;
      for (let b = a; b < count; b++) scatter[offset + column[b]!]! += left * deviation[b]!;
    }
  }
  for (let a = 0; a < size; a++) {
    for (let b = 0; b < a; b++) scatter[a * size + b] = scatter[b * size + a]!;
  }
  return scatter;
}

/** Writes the included votes of one person as (statement, vote - mean); returns how many. */
export function deviationsOfRow(
  matrix: OpinionMatrix,
  means: Float64Array,
  row: number,
  column: Int32Array,
  deviation: Float64Array,
): number {
  let count = 0;
  for (let v = matrix.rowStart[row]!; v < matrix.rowStart[row + 1]!; v++) {
    const j = matrix.column[v]!;
    if (matrix.excluded[j]) continue;
    column[count] = j;
    deviation[count++] = matrix.position[v]! - means[j]!;
  }
  return count;
}

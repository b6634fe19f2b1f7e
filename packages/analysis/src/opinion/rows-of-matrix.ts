import type { OpinionMatrix } from './opinion-matrix.ts';

/** A matrix of some rows of another, in the given order; a row may come more than once. */
export function rowsOfMatrix(matrix: OpinionMatrix, rows: Int32Array): OpinionMatrix {
  const rowStart = new Int32Array(rows.length + 1);
  rows.forEach((row, at) => {
    rowStart[at + 1] = rowStart[at]! + matrix.rowStart[row + 1]! - matrix.rowStart[row]!;
  });
  const votes = rowStart[rows.length]!;
  const [column, position] = [new Int32Array(votes), new Int8Array(votes)];
  rows.forEach((row, at) => {
    const [from, to] = [matrix.rowStart[row]!, matrix.rowStart[row + 1]!];
    column.set(matrix.column.subarray(from, to), rowStart[at]!);
    position.set(matrix.position.subarray(from, to), rowStart[at]!);
  });
  const people = Array.from(rows, (row) => matrix.people[row]!);
  return { ...matrix, people, rowStart, column, position, voteEvents: votes };
}

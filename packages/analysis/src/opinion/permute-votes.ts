import type { OpinionMatrix } from './opinion-matrix.ts';

/**
 * Votes as they could have been if no opinion had to do with any other: within each statement the
 * positions are dealt anew among those who voted on it. Who voted on what, and the tally of every
 * statement, stay as they are.
 * @param matrix  Not mutated.
 * @param random  Uniform [0, 1).
 * @complexity O(votes).
 */
export function permuteVotes(matrix: OpinionMatrix, random: () => number): OpinionMatrix {
  const { start, entry } = entriesByStatement(matrix);
  const position = matrix.position.slice();
  for (let j = 0; j < matrix.statements.length; j++) {
    for (let last = start[j + 1]! - 1; last > start[j]!; last--) {
      const other = start[j]! + Math.floor(random() * (last - start[j]! + 1));
      const [a, b] = [entry[last]!, entry[other]!];
      const kept = position[a]!;
      position[a] = position[b]!;
      position[b] = kept;
    }
  }
  return { ...matrix, position };
}

/** For each statement, where its votes are stored. */
export function entriesByStatement(matrix: OpinionMatrix) {
  const start = new Int32Array(matrix.statements.length + 1);
  for (const j of matrix.column) start[j + 1]! += 1;
  for (let j = 0; j < matrix.statements.length; j++) start[j + 1]! += start[j]!;
  const next = start.slice();
  const entry = new Int32Array(matrix.column.length);
  for (let v = 0; v < entry.length; v++) entry[next[matrix.column[v]!]!++] = v;
  return { start, entry };
}

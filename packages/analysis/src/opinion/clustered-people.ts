import type { OpinionMatrix } from './opinion-matrix.ts';

/**
 * Who has voted enough to be placed in a group: at least min(7, statements) votes, excluded
 * statements included; when fewer than 15 people have, those with most votes fill up to 15 (ties:
 * the earlier row).
 * @returns Row numbers, ascending.
 * @complexity O(people log people).
 */
export function clusteredPeople(
  matrix: OpinionMatrix,
  { votes = 7, fillTo = 15 }: { votes?: number; fillTo?: number } = {},
): Int32Array {
  const need = Math.min(votes, matrix.statements.length);
  const cast = (row: number) => matrix.rowStart[row + 1]! - matrix.rowStart[row]!;
  const rows = matrix.people.map((_, row) => row);
  const enough = rows.filter((row) => cast(row) >= need);
  if (enough.length >= fillTo) return Int32Array.from(enough);
  const others = rows.filter((row) => cast(row) < need).sort((a, b) => cast(b) - cast(a));
  const filled = [...enough, ...others.slice(0, fillTo - enough.length)];
  return Int32Array.from(filled).sort();
}

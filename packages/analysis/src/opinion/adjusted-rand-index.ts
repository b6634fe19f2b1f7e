import { AnalysisInputError } from '../errors.ts';

/**
 * How far two divisions of the same people agree, corrected for chance.
 * @param a  Label of each person; any numbers. Not mutated.
 * @param b  As `a`, same length.
 * @returns At most 1 (the same division up to names); 0 on average by chance; 1 when both put
 *   everybody in one group, or everybody alone.
 * @throws {AnalysisInputError} when the lengths differ.
 * @complexity O(n + cells).
 * @source Hubert & Arabie 1985, J. Classification 2:193.
 * @checked against scikit-learn.
 */
export function adjustedRandIndex(a: ArrayLike<number>, b: ArrayLike<number>): number {
  if (a.length !== b.length) throw new AnalysisInputError('b', 'must be as long as a');
  const cells = new Map<string, number>();
  const [rows, columns] = [new Map<number, number>(), new Map<number, number>()];
  for (let i = 0; i < a.length; i++) {
    const key = `${a[i]} ${b[i]}`;
    cells.set(key, (cells.get(key) ?? 0) + 1);
    rows.set(a[i]!, (rows.get(a[i]!) ?? 0) + 1);
    columns.set(b[i]!, (columns.get(b[i]!) ?? 0) + 1);
  }
  const together = pairs(cells);
  const [inA, inB] = [pairs(rows), pairs(columns)];
  const all = (a.length * (a.length - 1)) / 2;
  const expected = all > 0 ? (inA * inB) / all : 0;
  const most = (inA + inB) / 2;
  return most === expected ? 1 : (together - expected) / (most - expected);
}

const pairs = (counts: Map<unknown, number>) =>
  counts.values().reduce((sum, count) => sum + (count * (count - 1)) / 2, 0);

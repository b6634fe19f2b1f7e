import { AnalysisInputError } from '../errors.ts';

/** Counts of people by two characteristics. Totals are computed, never given. */
export interface CountTable {
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  /** `counts[row][column]`, whole numbers >= 0. */
  readonly counts: readonly (readonly number[])[];
}

/** A place in a table; the row or column after the last one is the total. */
export type Cell = readonly [row: number, column: number];

/** Counts with totals: one more row and one more column. */
export function withTotals({ counts }: CountTable): number[][] {
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  const body = counts.map((row) => [...row, sum(row)]);
  const width = body[0]?.length ?? 0;
  const totals = Array.from({ length: width }, (_, column) => sum(body.map((row) => row[column]!)));
  return [...body, totals];
}

/** @throws {AnalysisInputError} naming what is wrong with the table. */
export function checkTable({ rows, columns, counts }: CountTable): void {
  if (rows.length === 0 || columns.length === 0) throw new AnalysisInputError('table', 'is empty');
  if (counts.length !== rows.length || counts.some((row) => row.length !== columns.length)) {
    throw new AnalysisInputError('table.counts', 'must have one row and column for each name');
  }
  counts.forEach((row, r) => {
    const wrong = row.findIndex((count) => !Number.isSafeInteger(count) || count < 0);
    if (wrong < 0) return;
    const place = `${rows[r]}, ${columns[wrong]}`;
    throw new AnalysisInputError('table.counts', `${place}: ${row[wrong]} is no count of people`);
  });
}

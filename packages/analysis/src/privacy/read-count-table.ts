import { failAtCell, numberAt, readTable } from '../command/table.ts';
import type { CountTable } from './count-table.ts';

const totalNames = new Set(['total', 'totals', 'sum', 'all']);
const isTotal = (name: string) => totalNames.has(name.trim().toLowerCase());

/**
 * Reads a two-way table of counts from CSV: names of rows in the first column, names of columns in
 * the header. A row or column called total, totals, sum or all is checked and left out, because
 * totals are computed.
 * @throws {InputFileError} with line and column, also for a total that is not the sum.
 */
export function readCountTable(text: string, file: string): CountTable {
  const table = readTable(text, file);
  const cells = table.rows.map((row, r) =>
    row.slice(1).map((_, c) => {
      const value = numberAt(table, r, c + 1);
      if (value !== null && Number.isSafeInteger(value) && value >= 0) return value;
      return failAtCell(table, r, c + 1, 'a count is a whole number of people, 0 or more');
    }),
  );
  const names = table.rows.map((row) => row[0]!);
  const columnNames = table.columns.slice(1);
  const keptRows = [...names.keys()].filter((r) => !isTotal(names[r]!));
  const keptColumns = [...columnNames.keys()].filter((c) => !isTotal(columnNames[c]!));
  if (keptRows.length === 0 || keptColumns.length === 0) {
    failAtCell(table, -1, 0, 'a table of counts needs at least one row and one column');
  }
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  const expected = (r: number, c: number) => {
    const rows = isTotal(names[r]!) ? keptRows : [r];
    const columns = isTotal(columnNames[c]!) ? keptColumns : [c];
    return sum(rows.map((row) => sum(columns.map((column) => cells[row]![column]!))));
  };
  cells.forEach((row, r) => {
    row.forEach((value, c) => {
      const right = expected(r, c);
      if (value !== right) failAtCell(table, r, c + 1, `the total is ${right}, not ${value}`);
    });
  });
  return {
    rows: keptRows.map((r) => names[r]!),
    columns: keptColumns.map((c) => columnNames[c]!),
    counts: keptRows.map((r) => keptColumns.map((c) => cells[r]![c]!)),
  };
}

import type { DataColumns } from '../../statistics/formula/model-frame.ts';
import type { CommandIo } from '../command.ts';
import type { Table } from '../table.ts';
import { columnIndex, numberAt, readTable } from '../table.ts';

const MISSING = new Set(['', 'NA', 'NaN', 'null']);

/**
 * A file's columns as numbers, or as categories where they hold text. A column that is mostly numbers
 * must be all numbers: the cell that is not is named.
 */
export function dataColumns(table: Table): DataColumns {
  return Object.fromEntries(
    table.columns.map((name, cell) => {
      const texts = table.rows.map((row) => row[cell]!.trim());
      const present = texts.filter((text) => !MISSING.has(text));
      const numbers = present.filter((text) => Number.isFinite(Number(text)));
      if (2 * numbers.length > present.length) {
        return [name, table.rows.map((_, row) => numberAt(table, row, cell))];
      }
      return [name, texts.map((text) => (MISSING.has(text) ? null : text))];
    }),
  );
}

export async function readColumns(
  file: string,
  io: CommandIo,
): Promise<{ table: Table; columns: DataColumns }> {
  const table = readTable(await io.readFile(file), file);
  return { table, columns: dataColumns(table) };
}

/** One column as numbers; `InputFileError` at the first cell that is none. */
export function numberColumn(table: Table, name: string): (number | null)[] {
  const cell = columnIndex(table, name);
  return table.rows.map((_, row) => numberAt(table, row, cell));
}

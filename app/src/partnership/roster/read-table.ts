import { parse } from 'csv-parse/sync';
import { readHeader } from './read-header.ts';
import { readText } from './read-text.ts';
import type { RosterFile, RosterProblem, RosterProblemCode } from './roster.ts';
import { refuseRoster } from './roster-refused.ts';

export interface Row {
  line: number;
  /** What stands in a column, trimmed; empty when there is none. */
  cell(column: string): string;
}

export interface RosterTable {
  file: string;
  columns: ReadonlySet<string>;
  rows: Row[];
  problems: RosterProblem[];
  /** First cells of lines that could not be read: often the id of somebody who is still here. */
  unsure: string[];
  lines: number;
}

const mostLines = 500_000;

/** A CSV file as rows with named columns. A bad line is named and stops no other. */
export function readTable({ name: file, bytes }: RosterFile): RosterTable {
  const { text, guessed } = readText(bytes);
  const lines = linesOf(text);
  if (lines.length > mostLines) throw refuseRoster('too-many-lines');
  const [heading, ...others] = lines;
  const header = heading ? readHeader(heading.cells ?? []) : null;
  if (!header) throw refuseRoster('no-header');
  const { columns, width } = header;
  const table: RosterTable = {
    file,
    columns: new Set(columns.keys()),
    rows: [],
    problems: [],
    unsure: [],
    lines: others.length,
  };
  const name = (line: number, code: RosterProblemCode, leftOut: boolean, column?: string) =>
    table.problems.push({ file, line, column: column ?? null, code, leftOut });
  if (guessed) name(1, 'encoding', false);
  for (const column of header.misspelt) name(1, 'header-spelling', false, column);
  for (const { line, cells, first } of others) {
    const fits =
      cells && cells.length >= width && cells.slice(width).every((cell) => cell.trim() === '');
    if (fits) {
      table.rows.push({ line, cell: (column) => cells[columns.get(column) ?? -1]?.trim() ?? '' });
    } else {
      name(line, cells ? 'columns' : 'quotes', true);
      table.unsure.push(first);
    }
  }
  return table;
}

interface Line {
  line: number;
  /** Null when its quotes do not close. */
  cells: string[] | null;
  first: string;
}

function linesOf(text: string): Line[] {
  const delimiter = delimiterOf(text);
  try {
    const records = parse(text, { ...options, delimiter, info: true }) as unknown as {
      record: string[];
      info: { lines: number };
    }[];
    const width = records[0]?.record.length ?? 0;
    const broken = records.some(({ record }) => breaks(record) > 0 && record.length !== width);
    if (!broken) {
      return records.map(({ record, info }) => ({
        line: info.lines - breaks(record),
        cells: record,
        first: record[0]?.trim() ?? '',
      }));
    }
  } catch {
    // A quote that never closes, or one that swallowed lines: each line is then read alone.
  }
  return text.split(/\r\n|\r|\n/).flatMap((line, at) => {
    if (line.trim() === '') return [];
    const first = line.split(delimiter, 1)[0]?.replaceAll('"', '').trim() ?? '';
    return [{ line: at + 1, cells: cellsOf(line, delimiter), first }];
  });
}

/** Line breaks inside quotes. */
function breaks(record: readonly string[]): number {
  return record.reduce((count, cell) => count + cell.split(/\r\n|\r|\n/).length - 1, 0);
}

const options = {
  bom: true,
  relax_column_count: true,
  relax_quotes: true,
  skip_empty_lines: true,
} as const;

function cellsOf(line: string, delimiter: string): string[] | null {
  try {
    return parse(line, { ...options, delimiter })[0] ?? [];
  } catch {
    return null;
  }
}

/** Commas by the standard; spreadsheets of other countries save semicolons or tabs. */
function delimiterOf(text: string): string {
  const heading = text.slice(0, text.search(/[\r\n]|$/));
  return [',', ';', '\t'].find((one) => heading.includes(one)) ?? ',';
}

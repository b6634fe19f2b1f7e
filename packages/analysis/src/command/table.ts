import { InputFileError } from './input-file-error.ts';

/** A table of text cells with a header, as read from a CSV or TSV file. */
export interface Table {
  readonly file: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Where a cell begins in the file (counted from 1), for messages. Row -1 is the header. */
  readonly position: (row: number, cell: number) => { line: number; column: number };
}

export interface TableFormat {
  /** Default: a tab when the header line holds one and no comma, a comma otherwise. */
  readonly delimiter?: string;
  /** A quote inside an unquoted cell: an error as in RFC 4180 (default), or a plain character. */
  readonly bareQuotes?: 'error' | 'literal';
}

/**
 * Reads a table in the form of RFC 4180: cells quoted where needed, doubled quotes inside them, any
 * kind of line break, a header line first. Empty lines are skipped.
 * @throws {InputFileError} on a quote out of place, a row of another length than the header, a
 *   column name that occurs twice, or a file without a header.
 */
export function readTable(text: string, file: string, format: TableFormat = {}): Table {
  const records = readRecords(text, file, {
    ...format,
    delimiter: format.delimiter ?? guessDelimiter(text),
  });
  const [columns, ...rows] = records.cells;
  if (!columns)
    throw new InputFileError(file, 1, 1, 'the file is empty; a header line was expected');
  const position = (row: number, cell: number) => records.position(row + 1, cell);
  const table: Table = { file, columns, rows, position };
  checkHeader(table);
  rows.forEach((row, index) => {
    if (row.length === columns.length) return;
    const at = Math.min(row.length, columns.length);
    const { line, column } = position(index, row.length > columns.length ? at : at - 1);
    const message = `this row has ${row.length} cells, the header ${columns.length}`;
    throw new InputFileError(file, line, column, message);
  });
  return table;
}

/** Throws an `InputFileError` that points at one cell. Row -1 is the header. */
export function failAtCell(table: Table, row: number, cell: number, message: string): never {
  const { line, column } = table.position(row, cell);
  throw new InputFileError(table.file, line, column, message);
}

/** The place of a column that must be there. */
export function columnIndex(table: Table, name: string): number {
  const index = table.columns.indexOf(name);
  if (index >= 0) return index;
  const known = table.columns.map((column) => `"${column}"`).join(', ');
  return failAtCell(table, -1, 0, `there is no column "${name}"; the columns are ${known}`);
}

/** A cell as a finite number; null when it is empty, NA, NaN or null. */
export function numberAt(table: Table, row: number, cell: number): number | null {
  const text = table.rows[row]![cell]!.trim();
  if (text === '' || text === 'NA' || text === 'NaN' || text === 'null') return null;
  const value = Number(text);
  if (Number.isFinite(value)) return value;
  return failAtCell(table, row, cell, `"${text}" in column "${table.columns[cell]}" is no number`);
}

export interface Records {
  readonly cells: string[][];
  readonly position: (record: number, cell: number) => { line: number; column: number };
}

/** Records of delimited text without any rule about headers or lengths; see `readTable`. */
export function readRecords(text: string, file: string, format: TableFormat = {}): Records {
  const scan = new RecordScanner(text, file, format);
  const cells: string[][] = [];
  const starts: number[] = [];
  for (let start = scan.nextStart(); start >= 0; start = scan.nextStart()) {
    starts.push(start);
    cells.push(scan.readRecord());
  }
  const position = (record: number, cell: number) => {
    const again = new RecordScanner(text, file, format, starts[record] ?? text.length);
    for (let skipped = 0; skipped < cell; skipped++) again.readCell();
    return again.place(again.offset);
  };
  return { cells, position };
}

class RecordScanner {
  offset: number;
  private readonly text: string;
  private readonly file: string;
  private readonly delimiter: string;
  private readonly bareQuotes: 'error' | 'literal';
  private atRecordEnd = false;

  constructor(text: string, file: string, format: TableFormat, offset = 0) {
    this.text = text;
    this.file = file;
    this.delimiter = format.delimiter ?? ',';
    this.bareQuotes = format.bareQuotes ?? 'error';
    this.offset = offset;
    if (offset === 0 && text.startsWith('\uFEFF')) this.offset = 1;
  }

  /** Skips empty lines; the offset of the next record, or -1 at the end of the text. */
  nextStart(): number {
    while (this.isLineBreak(this.offset)) this.offset += 1;
    return this.offset < this.text.length ? this.offset : -1;
  }

  readRecord(): string[] {
    const cells: string[] = [];
    do cells.push(this.readCell());
    while (!this.atRecordEnd);
    return cells;
  }

  /** One cell, and the delimiter or line break behind it. */
  readCell(): string {
    const cell = this.text[this.offset] === '"' ? this.readQuotedCell() : this.readPlainCell();
    this.atRecordEnd = this.text[this.offset] !== this.delimiter;
    if (!this.atRecordEnd) this.offset += 1;
    return cell;
  }

  place(offset: number): { line: number; column: number } {
    const before = this.text.slice(0, offset).replaceAll('\r\n', '\n').replaceAll('\r', '\n');
    const lineStart = before.lastIndexOf('\n') + 1;
    const mark = lineStart === 0 && before.startsWith('\uFEFF') ? 1 : 0;
    return { line: before.split('\n').length, column: before.length - lineStart - mark + 1 };
  }

  private readPlainCell(): string {
    const start = this.offset;
    while (this.offset < this.text.length && !this.endsCell(this.offset)) {
      if (this.bareQuotes === 'error' && this.text[this.offset] === '"') {
        this.fail(this.offset, 'a quote inside a cell that does not begin with one');
      }
      this.offset += 1;
    }
    return this.text.slice(start, this.offset);
  }

  private readQuotedCell(): string {
    const start = this.offset;
    let cell = '';
    for (let from = start + 1; ; ) {
      const quote = this.text.indexOf('"', from);
      if (quote < 0) this.fail(start, 'this quoted cell is never closed');
      cell += this.text.slice(from, quote);
      this.offset = quote + 1;
      if (this.text[this.offset] !== '"') break;
      cell += '"';
      from = this.offset + 1;
    }
    if (this.offset < this.text.length && !this.endsCell(this.offset)) {
      this.fail(this.offset, 'text behind the closing quote of a cell');
    }
    return cell;
  }

  private endsCell(offset: number): boolean {
    return this.text[offset] === this.delimiter || this.isLineBreak(offset);
  }

  private isLineBreak(offset: number): boolean {
    return this.text[offset] === '\n' || this.text[offset] === '\r';
  }

  private fail(offset: number, message: string): never {
    const { line, column } = this.place(offset);
    throw new InputFileError(this.file, line, column, message);
  }
}

function guessDelimiter(text: string): string {
  const header = /^[^\r\n]*/.exec(text)![0];
  return header.includes('\t') && !header.includes(',') ? '\t' : ',';
}

function checkHeader(table: Table): void {
  const seen = new Set<string>();
  table.columns.forEach((name, cell) => {
    if (name !== '' && seen.has(name)) {
      failAtCell(table, -1, cell, `the column name "${name}" occurs twice`);
    }
    seen.add(name);
  });
}

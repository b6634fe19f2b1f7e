import { columnIndex, readTable } from '../command/table.ts';

/** What a list of statements says about each. */
export interface StatementList {
  readonly text: ReadonlyMap<string, string>;
  /** Ids of those moderated out or about the conversation itself. */
  readonly excluded: ReadonlySet<string>;
  /** Ids of those about the conversation itself. */
  readonly aboutProcess: ReadonlySet<string>;
}

/**
 * Reads a list of statements from CSV: `comment-id`, and perhaps `moderated` (-1 is out), `is-meta`
 * (true or false) and `comment-body`.
 * @throws {InputFileError} with line and column.
 */
export function readStatements(text: string, file: string): StatementList {
  const table = readTable(text, file);
  const id = columnIndex(table, 'comment-id');
  const [moderated, meta, body] = ['moderated', 'is-meta', 'comment-body'].map((name) =>
    table.columns.indexOf(name),
  ) as [number, number, number];
  const isMeta = (row: readonly string[]) => meta >= 0 && row[meta]!.toLowerCase() === 'true';
  const isOut = (row: readonly string[]) => moderated >= 0 && Number(row[moderated] || 0) === -1;
  const ids = (rows: typeof table.rows) => new Set(rows.map((row) => row[id]!));
  return {
    text: new Map(table.rows.map((row) => [row[id]!, body >= 0 ? row[body]! : ''])),
    excluded: ids(table.rows.filter((row) => isMeta(row) || isOut(row))),
    aboutProcess: ids(table.rows.filter(isMeta)),
  };
}

import { readDate } from './read-date.ts';
import type { RosterTable, Row } from './read-table.ts';
import type { RosterProblemCode } from './roster.ts';

/** Names problems of one table. */
export function problemsIn(table: RosterTable) {
  const add = (row: Row, code: RosterProblemCode, leftOut: boolean, column?: string) => {
    table.problems.push({
      file: table.file,
      line: row.line,
      column: column ?? null,
      code,
      leftOut,
    });
  };
  return {
    leaveOut: (row: Row, code: RosterProblemCode, column?: string) => add(row, code, true, column),
    note: (row: Row, code: RosterProblemCode, column?: string) => add(row, code, false, column),
  };
}

/** Whether the line still counts; an empty status counts, as the standard says of complete files. */
export function statusOf(row: Row): 'active' | 'gone' | 'unknown' {
  const status = row.cell('status').toLowerCase();
  if (status === '' || status === 'active') return 'active';
  return status === 'tobedeleted' || status === 'inactive' ? 'gone' : 'unknown';
}

/** Rows with an id of their own; a second one with the same id is named and left out. */
export function* identifiedRows(table: RosterTable): Generator<{ id: string; row: Row }> {
  const { leaveOut, note } = problemsIn(table);
  const seen = new Set<string>();
  for (const row of table.rows) {
    const id = row.cell('sourcedId');
    if (id === '' || id.length > 256) {
      leaveOut(row, 'id-missing', 'sourcedId');
      continue;
    }
    if (seen.has(id)) {
      leaveOut(row, 'twice', 'sourcedId');
      continue;
    }
    seen.add(id);
    const modified = row.cell('dateLastModified');
    if (modified !== '' && readDate(modified) === null) note(row, 'date', 'dateLastModified');
    yield { id, row };
  }
}

/** One line of text, without what only confuses: control characters, doubled spaces. */
export function tidy(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

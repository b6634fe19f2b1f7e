import { columnIndex, failAtCell, readTable } from '../command/table.ts';

/**
 * Reads who belongs to what from CSV: a column with people, and one with the name of their group.
 * @param column  Of the group's name; without it the file must have exactly one other column.
 * @returns Group by person; people with an empty cell are left out.
 * @throws {InputFileError} with line and column, also when a person occurs twice.
 */
export function readMembership(text: string, file: string, column?: string): Map<string, string> {
  const table = readTable(text, file);
  const known = ['voter-id', 'participant', 'person'];
  const found = table.columns.findIndex((name) => known.includes(name));
  const person = found >= 0 ? found : columnIndex(table, 'person');
  const others = table.columns.filter((_, at) => at !== person);
  if (column === undefined && others.length !== 1) {
    failAtCell(table, -1, 0, `say which column holds the group: ${others.join(', ')}`);
  }
  const group = columnIndex(table, column ?? others[0]!);
  const membership = new Map<string, string>();
  table.rows.forEach((row, at) => {
    const id = row[person]!;
    if (membership.has(id)) failAtCell(table, at, person, `person "${id}" occurs twice`);
    if (row[group] !== '') membership.set(id, row[group]!);
  });
  return membership;
}

/** Columns that Concord looks at. All others, passwords and telephone numbers among them, have no name here and are never read. */
const readColumns = [
  'sourcedId',
  'status',
  'dateLastModified',
  'name',
  'type',
  'parentSourcedId',
  'enabledUser',
  'orgSourcedIds',
  'primaryOrgSourcedId',
  'role',
  'givenName',
  'familyName',
  'preferredGivenName',
  'preferredFamilyName',
  'email',
  'userSourcedId',
  'roleType',
  'orgSourcedId',
  'beginDate',
  'endDate',
  'propertyName',
  'value',
] as const;

/** Spellings that real exports carry. */
const misspellings: Readonly<Record<string, string>> = {
  datalastmodified: 'dateLastModified',
  datelastmodifed: 'dateLastModified',
  prefferedgivenname: 'preferredGivenName',
  preferedgivenname: 'preferredGivenName',
  prefferedfamilyname: 'preferredFamilyName',
  preferedfamilyname: 'preferredFamilyName',
};

export interface Header {
  /** Where each column stands. */
  columns: ReadonlyMap<string, number>;
  /** Columns up to the last that has a name: empty headings at the end mean nothing. */
  width: number;
  misspelt: string[];
}

/** Understands a heading whatever its capitals, spaces and known misspellings; null when it has no id and no property. */
export function readHeader(cells: readonly string[]): Header | null {
  const columns = new Map<string, number>();
  const misspelt: string[] = [];
  for (const [at, cell] of cells.entries()) {
    const plain = cell.toLowerCase().replace(/[^a-z]/g, '');
    const right = misspellings[plain];
    const column = right ?? readColumns.find((one) => one.toLowerCase() === plain);
    if (!column || columns.has(column)) continue;
    columns.set(column, at);
    if (right) misspelt.push(right);
  }
  const width = cells.findLastIndex((cell) => cell.trim() !== '') + 1;
  return columns.has('sourcedId') || columns.has('propertyName')
    ? { columns, width, misspelt }
    : null;
}

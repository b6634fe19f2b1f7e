import { readTable } from './read-table.ts';
import type { RosterFile, RosterProblem } from './roster.ts';

/** What the manifest says that matters here. Without one the files are taken as complete. */
export function readManifest(file: RosterFile | undefined): {
  version: string | null;
  complete: boolean;
  problems: RosterProblem[];
} {
  if (!file) return { version: null, complete: true, problems: [] };
  const table = readTable(file);
  const properties = new Map(
    table.rows.map((row) => [row.cell('propertyName').toLowerCase(), row] as const),
  );
  const versionRow = properties.get('oneroster.version');
  const version = versionRow?.cell('value') ?? null;
  if (versionRow && version !== '1.1' && version !== '1.2') {
    table.problems.push({
      file: table.file,
      line: versionRow.line,
      column: 'value',
      code: 'version',
      leftOut: false,
    });
  }
  const users = properties.get('file.users')?.cell('value').toLowerCase();
  return { version, complete: users !== 'delta', problems: table.problems };
}

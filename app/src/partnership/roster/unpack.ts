import type { RosterFile } from './roster.ts';
import { rosterFileName } from './roster-file-name.ts';
import { refuseRoster } from './roster-refused.ts';
import { isZip, unpackZip } from './unpack-zip.ts';

/** The roster's files among what was sent: a zip, or the CSV files themselves. */
export function unpack(sent: readonly RosterFile[]): RosterFile[] {
  const files = sent.flatMap(({ name, bytes }) => {
    if (isZip(bytes)) return unpackZip(bytes);
    const known = rosterFileName(name);
    return known ? [{ name: known, bytes }] : [];
  });
  if (sent.length === 0) throw refuseRoster('no-file');
  if (new Set(files.map(({ name }) => name)).size < files.length) throw refuseRoster('file-twice');
  if (!files.some(({ name }) => name === 'users.csv')) throw refuseRoster('no-users');
  return files;
}

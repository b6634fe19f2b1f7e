import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { RosterFile } from './roster.ts';
import { rosterFileName } from './roster-file-name.ts';
import { refuseRoster } from './roster-refused.ts';
import { mostBytes } from './unpack-zip.ts';

/** A folder's roster files, or the one file that a path means: what a person on this machine points at. */
export function readFolder(path: string): RosterFile[] {
  const paths = statSync(path).isDirectory()
    ? readdirSync(path)
        .filter((name) => rosterFileName(name))
        .map((name) => join(path, name))
    : [path];
  const bytes = paths.reduce((sum, one) => sum + statSync(one).size, 0);
  if (bytes > mostBytes) throw refuseRoster('zip-too-large');
  return paths.map((one) => ({ name: basename(one), bytes: readFileSync(one) }));
}

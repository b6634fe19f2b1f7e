import { accessSync, chmodSync, constants, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { OperatorError } from '../errors.ts';
import { giveTo, type ServerUser } from './server-user.ts';

const prefix = 'concord-';

/** Socket paths hold 107 characters at most, so the folder is not inside the data folder. */
export function makeSocketFolder(user: ServerUser): string {
  const runtimeFolder = user ? undefined : process.env.XDG_RUNTIME_DIR;
  const parents = [runtimeFolder, tmpdir(), '/tmp'].filter(
    (parent) => parent !== undefined && parent.length < 70 && isWritable(parent),
  );
  const parent = parents[0];
  if (parent === undefined)
    throw new OperatorError('There is no folder for temporary files to write in; set TMPDIR.');
  const folder = mkdtempSync(join(parent, prefix));
  chmodSync(folder, 0o700);
  giveTo(user, folder);
  return folder;
}

function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK | constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

export function removeSocketFolder(folder: string): void {
  if (basename(folder).startsWith(prefix)) rmSync(folder, { recursive: true, force: true });
}

import { accessSync, constants, mkdirSync, statSync } from 'node:fs';
import { userInfo } from 'node:os';
import { resolve } from 'node:path';
import { OperatorError } from '../errors.ts';

/** Makes the data folder usable by this user, or says in one sentence why it is not. */
export function prepareDataFolder(path: string): string {
  const folder = resolve(path);
  try {
    // As root the database server runs as another user, who must be able to pass through.
    mkdirSync(folder, { recursive: true, mode: process.getuid?.() === 0 ? 0o711 : 0o700 });
  } catch (error) {
    throw new OperatorError(
      `The data folder ${folder} cannot be made (${reason(error)}); set CONCORD_DATA to a folder that you may write in.`,
    );
  }
  try {
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch {
    throw new OperatorError(
      `The data folder ${folder} belongs to ${ownerName(folder)}, and ${thisUser()} may not write in it; start Concord as its owner or set CONCORD_DATA to another folder.`,
    );
  }
  return folder;
}

function ownerName(folder: string): string {
  const { uid } = statSync(folder);
  return uid === 0 ? 'root' : `user ${uid}`;
}

/** Containers run as numbers that have no name. */
function thisUser(): string {
  try {
    return userInfo().username;
  } catch {
    return `user ${process.getuid?.()}`;
  }
}

function reason(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}

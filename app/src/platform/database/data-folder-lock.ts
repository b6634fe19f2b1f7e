import {
  closeSync,
  openSync,
  readFileSync,
  statSync,
  unlinkSync,
  utimesSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { OperatorError } from '../errors.ts';
import { identifyProcess, isSameProcess, processNumbering } from './process-identity.ts';

type Holder = { pid: number; startedAt: string; numbering: string; purpose: string };

export type DataFolderLock = { release(): void };

const heartbeatMs = 3_000;
const staleAfterMs = 12_000;

/** Only one process at a time may run the database of a data folder. */
export async function lockDataFolder(folder: string, purpose: string): Promise<DataFolderLock> {
  const path = join(folder, 'concord.lock');
  const mine = JSON.stringify({
    pid: process.pid,
    startedAt: identifyProcess(process.pid)!.startedAt,
    numbering: processNumbering(),
    purpose,
  } satisfies Holder);

  for (let attempt = 0; attempt < 100; attempt += 1) {
    if (create(path, mine)) {
      // Two processes may both have found the same dead holder; the last to write has it.
      await sleep(30);
      if (read(path) === mine) return keep(path, mine);
    }
    const found = read(path);
    if (found === null) continue;
    const holder = await livingHolder(path, found);
    if (holder) {
      throw new OperatorError(
        `The data folder ${folder} is already in use by ${holder.purpose} (process ${holder.pid}); stop that one first, or set CONCORD_DATA to another folder.`,
      );
    }
    if (read(path) === found) remove(path);
  }
  throw new OperatorError(`The lock ${path} could not be taken; another process keeps taking it.`);
}

/** The process that runs the database of this folder now, if one does. */
export async function dataFolderHolder(folder: string): Promise<Holder | null> {
  const path = join(folder, 'concord.lock');
  const found = read(path);
  return found === null ? null : livingHolder(path, found);
}

async function livingHolder(path: string, text: string): Promise<Holder | null> {
  let holder: Holder;
  try {
    holder = JSON.parse(text) as Holder;
  } catch {
    return null; // the machine stopped while the lock was being written
  }
  if (holder.numbering === processNumbering()) return isSameProcess(holder) ? holder : null;
  // Another container, or an earlier boot: only its heartbeat tells whether it is alive.
  while (ageMs(path) < staleAfterMs) {
    const before = modifiedMs(path);
    await sleep(heartbeatMs + 1_000);
    if (modifiedMs(path) !== before) return holder;
  }
  return null;
}

function keep(path: string, mine: string): DataFolderLock {
  const heartbeat = setInterval(() => {
    const now = new Date();
    try {
      utimesSync(path, now, now);
    } catch {
      clearInterval(heartbeat); // the folder was taken away; the database will say so itself
    }
  }, heartbeatMs);
  heartbeat.unref();
  return {
    release() {
      clearInterval(heartbeat);
      if (read(path) === mine) remove(path);
    },
  };
}

function create(path: string, text: string): boolean {
  let file: number;
  try {
    file = openSync(path, 'wx', 0o600);
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false;
    throw error;
  }
  writeSync(file, text);
  closeSync(file);
  return true;
}

function read(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return null;
    if (hasCode(error, 'EACCES'))
      throw new OperatorError(`${path} belongs to another user; start Concord as its owner.`);
    throw error;
  }
}

function remove(path: string): void {
  try {
    unlinkSync(path);
  } catch (error) {
    if (!hasCode(error, 'ENOENT')) throw error;
  }
}

function modifiedMs(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

function ageMs(path: string): number {
  return Date.now() - modifiedMs(path);
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}

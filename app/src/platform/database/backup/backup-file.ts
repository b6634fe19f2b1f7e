import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { OperatorError } from '../../errors.ts';

/** The first line: what the file holds and which Concord can read it. */
export interface BackupHead {
  concordBackup: 1;
  at: string;
  version: string;
  migrations: { name: string; sha256: string }[];
  /** Secrets that the data folder keeps; null where they are derived from a password. */
  secrets: Record<string, string> | null;
  /** Tells whether another installation signs with the same key, without giving the key away. */
  keyMark: string;
}

/** A table begins; its rows follow. */
export interface TableHead {
  table: string;
  columns: string[];
}

export type BackupLine = BackupHead | TableHead | { row: unknown } | { sha256: string };

/**
 * Writes JSON lines, packed, readable by nobody else. The last one carries the hash of all before it,
 * so that a file that broke off or was changed is known.
 */
export async function writeBackupFile(path: string, lines: AsyncIterable<string>): Promise<void> {
  async function* hashed() {
    const hash = createHash('sha256');
    for await (const line of lines) {
      const text = `${line}\n`;
      hash.update(text);
      yield text;
    }
    yield `${JSON.stringify({ sha256: hash.digest('hex') })}\n`;
  }
  await pipeline(
    hashed,
    createGzip(),
    createWriteStream(path, { mode: 0o600, flags: 'wx', flush: true }),
  );
}

/** Reads it line by line. @throws when it is not whole. */
export async function* readBackupFile(path: string): AsyncGenerator<BackupLine> {
  const hash = createHash('sha256');
  let whole = false;
  try {
    const input = createReadStream(path).pipe(createGunzip());
    for await (const text of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
      const line = JSON.parse(text) as BackupLine;
      if ('sha256' in line) {
        whole = line.sha256 === hash.digest('hex');
        break;
      }
      hash.update(`${text}\n`);
      yield line;
    }
  } catch (error) {
    throw new OperatorError(`${path} cannot be read as a backup (${(error as Error).message}).`);
  }
  if (!whole)
    throw new OperatorError(
      `${path} is not whole: it broke off, or somebody changed it. Use another backup.`,
    );
}

/** The first line, and a look through all others. @throws when the file is not a whole backup. */
export async function checkBackupFile(
  path: string,
): Promise<{ head: BackupHead; tables: number; rows: number }> {
  let head: BackupHead | undefined;
  let [tables, rows] = [0, 0];
  for await (const line of readBackupFile(path)) {
    if (!head) {
      if (!('concordBackup' in line) || line.concordBackup !== 1)
        throw new OperatorError(`${path} is no backup of Concord that this version can read.`);
      head = line;
    } else if ('row' in line) rows += 1;
    else tables += 1;
  }
  if (!head) throw new OperatorError(`${path} is empty.`);
  return { head, tables, rows };
}

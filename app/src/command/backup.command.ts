import { existsSync, renameSync, rmSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { systemClock } from '../platform/clock.ts';
import { checkBackupFile } from '../platform/database/backup/backup-file.ts';
import { writeBackup } from '../platform/database/backup/write-backup.ts';
import type { OpenedDatabase } from '../platform/database/open-database.ts';
import { readSecrets } from '../platform/database/secrets.ts';
import type { Environment } from '../platform/environment.ts';
import { OperatorError } from '../platform/errors.ts';
import { concordVersion } from '../platform/project-root.ts';
import type { Command } from './command.ts';
import { keyMarkOf } from './key-mark.ts';
import { withMigratedDatabase } from './migrated-database.ts';

export const backupCommand: Command = {
  name: 'backup',
  summary: 'Write everything into one file, while Concord runs',
  usage: 'FILE',
  details:
    'Writes the whole database as it stood at one moment, and the secrets of the data folder, into one packed file that only you can read; it must not exist yet. It works beside a running Concord and for both kinds of database, reads the file back and checks it. The file opens everything: guard it as you guard the machine. Caucus content that an organization encrypted stays encrypted in it.',
  example: 'npx concord backup ./concord-2027-01-31.backup',
  positionals: { least: 1, most: 1 },
  async run({ environment, positionals, say }) {
    const path = resolve(positionals[0] ?? '');
    if (existsSync(path))
      throw new OperatorError(`There is already a file ${path}; name one that does not exist.`);
    const draft = `${path}.part`;
    rmSync(draft, { force: true });
    try {
      await withMigratedDatabase(environment, 'backup', (opened) =>
        write(opened, environment, draft),
      );
      const { tables, rows } = await checkBackupFile(draft);
      renameSync(draft, path);
      const kilobytes = Math.ceil(statSync(path).size / 1024);
      say(
        `${rows} rows of ${tables} tables are in ${path} (${kilobytes} kB), read back and whole.`,
      );
      say('Keep it where only you can read it: it opens everything, sign-in links too.');
      return 0;
    } catch (error) {
      rmSync(draft, { force: true });
      throw explain(error, path);
    }
  },
};

async function write(
  { owner, secret }: OpenedDatabase,
  { dataFolder, databaseUrl }: Environment,
  path: string,
): Promise<void> {
  const derived = databaseUrl !== undefined && new URL(databaseUrl).password !== '';
  await writeBackup(owner, path, {
    concordBackup: 1,
    at: systemClock.now().toISOString(),
    version: concordVersion(),
    secrets: derived ? null : readSecrets(dataFolder),
    keyMark: keyMarkOf(secret),
  });
}

function explain(error: unknown, path: string): unknown {
  const reasons: Record<string, string> = {
    ENOENT: 'its folder does not exist',
    EACCES: 'you may not write there',
    ENOSPC: 'the disk is full',
    EROFS: 'nothing can be written there',
  };
  const reason = reasons[String((error as NodeJS.ErrnoException).code)];
  return reason ? new OperatorError(`${path} cannot be written: ${reason}.`) : error;
}

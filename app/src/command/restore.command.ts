import { existsSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { verifyAudit } from '../partnership/audit/server.ts';
import { type BackupHead, checkBackupFile } from '../platform/database/backup/backup-file.ts';
import { loadBackup } from '../platform/database/backup/load-backup.ts';
import { prepareDataFolder } from '../platform/database/data-folder.ts';
import { migrate, requireKnown } from '../platform/database/migrate.ts';
import { type OpenedDatabase, openDatabase } from '../platform/database/open-database.ts';
import { putSecrets } from '../platform/database/secrets.ts';
import type { Environment } from '../platform/environment.ts';
import { OperatorError } from '../platform/errors.ts';
import type { Command } from './command.ts';
import { keyMarkOf } from './key-mark.ts';

export const restoreCommand: Command = {
  name: 'restore',
  summary: 'Put a backup into an empty place',
  usage: 'FILE',
  details:
    'Puts everything back as it stood when the backup was made: into a new data folder (set CONCORD_DATA), or into an empty database (set DATABASE_URL). It never writes over an installation that is there. It checks the file before it begins, every reference between rows while it loads, and the audit trail at the end. Afterwards start Concord with the same settings; a newer version then brings the database up to date.',
  example: 'CONCORD_DATA=./restored npx concord restore ./concord-2027-01-31.backup',
  positionals: { least: 1, most: 1 },
  async run({ environment, positionals, say }) {
    const path = resolve(positionals[0] ?? '');
    if (!existsSync(path)) throw new OperatorError(`There is nothing at ${path}.`);
    const { head, rows, tables } = await checkBackupFile(path);
    requireKnown(head.migrations);
    say(`The backup of ${head.at} is whole: ${rows} rows of ${tables} tables.`);
    const whole = await intoEmptyPlace(environment, head, async (opened) => {
      await migrate({ ...opened, only: head.migrations.map(({ name }) => name) });
      await loadBackup(opened.owner, path);
      say('Everything is back, and every reference between rows fits.');
      if (keyMarkOf(opened.secret) !== head.keyMark)
        say(
          'The secrets here are others than in the backup: invitations and calendar addresses made before are void, and authenticator apps must be set up again. Send new ones.',
        );
      return sayAudit(opened, say);
    });
    say('Start Concord with the same settings: npm start.');
    return whole ? 0 : 1;
  },
};

async function intoEmptyPlace<Result>(
  { dataFolder, databaseUrl }: Environment,
  head: BackupHead,
  work: (opened: OpenedDatabase) => Promise<Result>,
): Promise<Result> {
  const purpose = 'the command restore';
  if (databaseUrl !== undefined) {
    const opened = await openDatabase({ dataFolder, databaseUrl, purpose });
    try {
      await requireEmpty(opened);
      return await work(opened);
    } finally {
      await opened.close();
    }
  }
  const folder = prepareDataFolder(dataFolder);
  const [database, secrets] = [join(folder, 'postgres'), join(folder, 'secrets.json')];
  if (existsSync(database) || existsSync(secrets))
    throw new OperatorError(
      `There is already an installation in ${folder}; set CONCORD_DATA to a new folder.`,
    );
  if (head.secrets) putSecrets(folder, head.secrets);
  let opened: OpenedDatabase | undefined;
  try {
    opened = await openDatabase({ dataFolder: folder, purpose });
    const result = await work(opened);
    await opened.close();
    return result;
  } catch (error) {
    await opened?.close();
    // Only what was made here a moment ago, so that it can be tried again.
    rmSync(database, { recursive: true, force: true });
    rmSync(secrets, { force: true });
    throw error;
  }
}

async function requireEmpty({ owner }: OpenedDatabase): Promise<void> {
  const { rows } = await owner.query<{ used: boolean }>(
    `select exists (select from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where c.relkind = 'r' and n.nspname in ('public', 'auth')) as used`,
  );
  if (rows[0]?.used)
    throw new OperatorError(
      'The database of DATABASE_URL is not empty; name an empty one, so that nothing is lost.',
    );
}

async function sayAudit({ owner }: OpenedDatabase, say: (line: string) => void): Promise<boolean> {
  const verdicts = await verifyAudit(owner);
  const broken = verdicts.filter((verdict) => verdict.broken);
  const entries = verdicts.reduce((sum, verdict) => sum + verdict.entries, 0);
  if (broken.length === 0) say(`The audit trail is whole: ${entries} entries.`);
  for (const { partnership } of broken)
    say(`The audit trail of ${partnership} was broken in the backup: npx concord audit verify.`);
  return broken.length === 0;
}

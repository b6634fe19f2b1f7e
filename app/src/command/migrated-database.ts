import { databaseExists, joinDatabase } from '../platform/database/join-database.ts';
import { migrationStatus } from '../platform/database/migrate.ts';
import type { OpenedDatabase } from '../platform/database/open-database.ts';
import type { Environment } from '../platform/environment.ts';
import { OperatorError } from '../platform/errors.ts';

/** Does a command's work on a database that is there and up to date, beside a running Concord or without. */
export async function withMigratedDatabase<Result>(
  { dataFolder, databaseUrl }: Environment,
  purpose: string,
  work: (database: OpenedDatabase) => Promise<Result>,
): Promise<Result> {
  const where = { dataFolder, databaseUrl, purpose };
  if (!databaseExists(where))
    throw new OperatorError('Start Concord once first (npm start); it makes the database.');
  const database = await joinDatabase(where);
  try {
    if ((await migrationStatus(database.owner)).pending.length > 0)
      throw new OperatorError(
        'Start Concord once first (npm start); it brings the database up to date.',
      );
    return await work(database);
  } finally {
    await database.close();
  }
}

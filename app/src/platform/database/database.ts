import { CamelCasePlugin, Kysely, PostgresDialect } from 'kysely';
import type { Pool } from 'pg';
import type { Tables } from './tables.generated.ts';

/** The application's handle on the database: inside a request always the request's transaction. */
export type Database = Kysely<Tables>;

export function databaseOn(pool: Pool): Database {
  return new Kysely<Tables>({
    dialect: new PostgresDialect({ pool }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  });
}

/** Runs work in one transaction; nothing it did remains if it throws. */
export function inTransaction<Result>(
  database: Database,
  work: (db: Database) => Promise<Result>,
): Promise<Result> {
  return database.transaction().execute(work);
}

/** Bytes as the driver wants them. */
export function bytesParameter(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes);
}

import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import { asRole, withClient } from '../database/connection.ts';
import { type DatabasePools, makePools } from '../database/pools.ts';
import { inDatabase } from './temporary-database.ts';

export type TestDatabase = DatabasePools & { close(): Promise<void> };

/** A migrated, empty database of the test's own. */
export async function testDatabase(): Promise<TestDatabase> {
  const template = inject('testDatabaseTemplate');
  const name = `concord_test_${randomUUID().replaceAll('-', '')}`;
  const identifier = pg.escapeIdentifier(name);
  const { maintenance } = template;
  await withClient(maintenance, (client) =>
    client.query(`create database ${identifier} template ${pg.escapeIdentifier(template.name)}`),
  );
  const owner = inDatabase(template.owner, name);
  const { roles, passwords } = template;
  const pools = makePools(
    {
      owner,
      app: asRole(owner, roles.app, passwords.app),
      auth: asRole(owner, roles.auth, passwords.auth),
    },
    5,
    (error) => {
      throw error;
    },
  );
  return {
    ...pools,
    async close() {
      await Promise.all(Object.values(pools).map((pool) => pool.end()));
      // Not by force: that may not end the server's own vacuuming, a plain drop does.
      await withClient(maintenance, (client) => client.query(`drop database ${identifier}`));
    },
  };
}

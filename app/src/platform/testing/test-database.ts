import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import { asRole, withClient } from '../database/connection.ts';
import { type DatabasePools, makePools } from '../database/pools.ts';
import { inDatabase } from './temporary-database.ts';

export type TestDatabase = DatabasePools & {
  close(): Promise<void>;
  /** Closes it and keeps it under this name with a note, for others to copy. */
  keep(name: string, note: string): Promise<void>;
};

/** A database of the test's own: migrated and empty, or a copy of one that was kept. */
export async function testDatabase(original?: string): Promise<TestDatabase> {
  const template = inject('testDatabaseTemplate');
  const name = `concord_test_${randomUUID().replaceAll('-', '')}`;
  const identifier = pg.escapeIdentifier(name);
  const { maintenance } = template;
  const source = pg.escapeIdentifier(original ?? template.name);
  await withClient(maintenance, (client) =>
    client.query(`create database ${identifier} template ${source}`),
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
  const leave = () => Promise.all(Object.values(pools).map((pool) => pool.end()));
  // Here, and nowhere else, time is what a test says.
  await pools.owner.query('insert into test_clock default values on conflict do nothing');
  return {
    ...pools,
    async close() {
      await leave();
      // Not by force: that may not end the server's own vacuuming, a plain drop does.
      await withClient(maintenance, (client) => client.query(`drop database ${identifier}`));
    },
    async keep(kept, note) {
      await leave();
      const keptIdentifier = pg.escapeIdentifier(kept);
      await withClient(maintenance, async (client) => {
        await client.query(`comment on database ${identifier} is ${pg.escapeLiteral(note)}`);
        await client.query(`alter database ${identifier} rename to ${keptIdentifier}`);
      });
    },
  };
}

import { inject } from 'vitest';
import { withClient } from '../database/connection.ts';
import { type TestDatabase, testDatabase } from './test-database.ts';

/**
 * A copy of a database that is filled once in a run, by whichever test file asks first; the others
 * wait for it. What `fill` returns is told to everybody who gets a copy.
 */
export async function keptDatabase(
  purpose: string,
  fill: (database: TestDatabase) => Promise<string>,
): Promise<{ database: TestDatabase; note: string }> {
  const template = inject('testDatabaseTemplate');
  const name = `${template.name}_${purpose}`;
  const note = await withClient(template.maintenance, async (client) => {
    await client.query('select pg_advisory_lock(hashtext($1))', [name]);
    const { rows } = await client.query<{ note: string }>(
      `select shobj_description(oid, 'pg_database') as note from pg_database where datname = $1`,
      [name],
    );
    return rows[0]?.note ?? (await makeKept(name, fill));
  });
  return { database: await testDatabase(name), note };
}

async function makeKept(name: string, fill: (database: TestDatabase) => Promise<string>) {
  const database = await testDatabase();
  try {
    const note = await fill(database);
    await database.keep(name, note);
    return note;
  } catch (error) {
    await database.close();
    throw error;
  }
}

import type { Pool, PoolClient } from 'pg';
import { OperatorError } from '../../errors.ts';
import { readBackupFile, type TableHead } from './backup-file.ts';
import { keptTables } from './kept-tables.ts';

const rowsAtOnce = 500;

/**
 * Puts everything back into a database that was just migrated to the same point: whole or not at all.
 * Foreign keys are taken off and put back, which checks every one of them; guards of tables rest.
 */
export async function loadBackup(owner: Pool, path: string): Promise<void> {
  const client = await owner.connect();
  try {
    await client.query('begin');
    await client.query(`set local timezone = 'UTC'`);
    await client.query('set local statement_timeout = 0');
    const tables = await keptTables(client);
    const names = tables.map(({ table }) => table);
    const keys = await foreignKeys(client);
    for (const { table, name } of keys)
      await client.query(`alter table ${table} drop constraint ${name}`);
    await client.query(`truncate ${names.join(', ')}`);
    for (const name of names) await client.query(`alter table ${name} disable trigger user`);
    await fillTables(client, path, new Map(tables.map((table) => [table.table, table])));
    for (const name of names) await client.query(`alter table ${name} enable trigger user`);
    for (const { table, name, definition } of keys)
      await client.query(`alter table ${table} add constraint ${name} ${definition}`);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => {}); // the first failure is the one to tell
    throw error;
  } finally {
    client.release();
  }
}

async function foreignKeys(client: PoolClient) {
  const { rows } = await client.query<{ table: string; name: string; definition: string }>(
    `select conrelid::regclass::text as table, quote_ident(conname) as name,
       pg_get_constraintdef(oid) as definition
     from pg_constraint where contype = 'f' and connamespace::regnamespace::text in ('public', 'auth')`,
  );
  return rows;
}

async function fillTables(
  client: PoolClient,
  path: string,
  known: ReadonlyMap<string, TableHead>,
): Promise<void> {
  let table: TableHead | undefined;
  let waiting: unknown[] = [];
  const store = async () => {
    if (!table || waiting.length === 0) return;
    const columns = table.columns.join(', ');
    await client.query(
      `insert into ${table.table} (${columns}) overriding system value
       select ${columns} from jsonb_populate_recordset(null::${table.table}, $1)`,
      [JSON.stringify(waiting)],
    );
    waiting = [];
  };
  for await (const line of readBackupFile(path)) {
    if ('table' in line) {
      await store();
      table = known.get(line.table);
      if (!table || table.columns.join() !== line.columns.join())
        throw new OperatorError(`${path} has a table ${line.table} that does not fit its version.`);
    } else if ('row' in line) {
      waiting.push(line.row);
      if (waiting.length === rowsAtOnce) await store();
    }
  }
  await store();
}

import type { Pool, PoolClient } from 'pg';
import type { BackupHead } from './backup-file.ts';
import { writeBackupFile } from './backup-file.ts';
import { keptTables } from './kept-tables.ts';

const rowsAtOnce = 500;

/** Everything as it stood at one moment, while others go on writing. Runs as the owner of the database. */
export async function writeBackup(
  owner: Pool,
  path: string,
  head: Omit<BackupHead, 'migrations'>,
): Promise<void> {
  const client = await owner.connect();
  try {
    await client.query('begin isolation level repeatable read read only');
    await client.query(`set local timezone = 'UTC'`);
    await client.query('set local statement_timeout = 0');
    await writeBackupFile(path, lines(client, head));
  } finally {
    await client.query('rollback').catch(() => {}); // the first failure is the one to tell
    client.release();
  }
}

async function* lines(client: PoolClient, head: Omit<BackupHead, 'migrations'>) {
  const { rows: migrations } = await client.query<BackupHead['migrations'][number]>(
    'select name, sha256 from platform_migration order by name',
  );
  yield JSON.stringify({ ...head, migrations } satisfies BackupHead);
  for (const table of await keptTables(client)) {
    yield JSON.stringify(table);
    await client.query(
      `declare kept no scroll cursor for select to_jsonb(t)::text as row from ${table.table} t`,
    );
    for (;;) {
      const { rows } = await client.query<{ row: string }>(`fetch ${rowsAtOnce} from kept`);
      for (const { row } of rows) yield `{"row":${row}}`;
      if (rows.length < rowsAtOnce) break;
    }
    await client.query('close kept');
  }
}

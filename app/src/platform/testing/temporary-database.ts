import { mkdtempSync, rmSync, statfsSync, statSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { type Coordinates, withClient } from '../database/connection.ts';
import { dataFolderHolder } from '../database/data-folder-lock.ts';
import { migrate } from '../database/migrate.ts';
import type { OpenedBackend } from '../database/open-database.ts';
import { openEmbedded } from '../database/open-embedded.ts';
import { openServer } from '../database/open-server.ts';

export type TemporaryDatabase = Pick<OpenedBackend, 'owner' | 'roles' | 'passwords'> & {
  name: string;
  /** A database of the same server to stand in while others are made and dropped. */
  maintenance: Coordinates;
  remove(): Promise<void>;
};

const folderPrefix = 'concord-test-';
const memoryFolder = '/dev/shm';

/** A migrated database that is gone afterwards: on a server of its own, or on the given one. */
export async function temporaryDatabase(databaseUrl?: string): Promise<TemporaryDatabase> {
  await removeLeftovers();
  const folder = mkdtempSync(join(temporaryFolder(), folderPrefix));
  const clean = () => rmSync(folder, { recursive: true, force: true });
  process.once('exit', clean);
  const name = `concord_template_${process.pid}`;
  const { backend, maintenance, stop } = await (databaseUrl
    ? createOnServer(databaseUrl, name, folder)
    : createOnOwnServer(name, folder));
  const remove = async () => {
    await stop();
    clean();
  };
  const owner = inDatabase(maintenance, name);
  const pool = new pg.Pool({ ...owner, max: 1 });
  try {
    await migrate({ owner: pool, roles: backend.roles });
  } catch (error) {
    await pool.end();
    await remove();
    throw error;
  }
  await pool.end(); // nobody may be connected to a database that is cloned
  const { roles, passwords } = backend;
  return { name, owner, maintenance, roles, passwords, remove };
}

/** Memory where the machine has it to spare: making a database is many small files. */
export function temporaryFolder(): string {
  try {
    const { bavail, bsize } = statfsSync(memoryFolder);
    if (bavail * bsize > 2 * 2 ** 30) return memoryFolder;
  } catch {
    // this system has no such folder
  }
  return tmpdir();
}

/** The same server and role, another database. */
export function inDatabase(coordinates: Coordinates, database: string): Coordinates {
  if (coordinates.connectionString === undefined) return { ...coordinates, database };
  const url = new URL(coordinates.connectionString);
  url.pathname = `/${encodeURIComponent(database)}`;
  return { connectionString: url.href };
}

type Started = { backend: OpenedBackend; maintenance: Coordinates; stop(): Promise<void> };

async function createOnOwnServer(name: string, dataFolder: string): Promise<Started> {
  const backend = await openEmbedded({
    dataFolder,
    purpose: 'the tests',
    durable: false,
    settings: { max_connections: '300' },
  });
  await createDatabase(backend.owner, name);
  return { backend, maintenance: backend.owner, stop: () => backend.stop() };
}

async function createOnServer(url: string, name: string, dataFolder: string): Promise<Started> {
  const maintenance = { connectionString: url };
  await createDatabase(maintenance, name);
  const databaseUrl = inDatabase(maintenance, name).connectionString!;
  const backend = await openServer({ dataFolder, databaseUrl });
  const stop = () =>
    withClient(maintenance, async (client) => {
      // The database itself, and copies that were kept for the length of the run.
      const made = await client.query<{ name: string }>(
        'select datname as name from pg_database where datname = $1 or starts_with(datname, $2)',
        [name, `${name}_`],
      );
      for (const each of made.rows)
        await client.query(`drop database ${pg.escapeIdentifier(each.name)} with (force)`);
      for (const role of Object.values(backend.roles))
        await client.query(`drop role if exists ${pg.escapeIdentifier(role)}`);
    });
  return { backend, maintenance, stop };
}

const createDatabase = (maintenance: Coordinates, name: string) =>
  withClient(maintenance, (client) => client.query(`create database ${pg.escapeIdentifier(name)}`));

/** A run that was killed could not clean up after itself. */
async function removeLeftovers(): Promise<void> {
  const hourAgo = Date.now() - 3_600_000;
  const parent = temporaryFolder();
  for (const entry of await readdir(parent)) {
    const folder = join(parent, entry);
    if (!entry.startsWith(folderPrefix)) continue;
    if ((statSync(folder, { throwIfNoEntry: false })?.mtimeMs ?? hourAgo) >= hourAgo) continue;
    if (!(await dataFolderHolder(folder))) rmSync(folder, { recursive: true, force: true });
  }
}

import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { type Coordinates, withClient } from '../database/connection.ts';
import { dataFolderHolder } from '../database/data-folder-lock.ts';
import { migrate } from '../database/migrate.ts';
import type { OpenedBackend } from '../database/open-database.ts';
import { openEmbedded } from '../database/open-embedded.ts';
import { openServer } from '../database/open-server.ts';

/** Where each test's own database is cloned from. */
export type TestDatabaseTemplate = Pick<OpenedBackend, 'owner' | 'roles' | 'passwords'> & {
  name: string;
  /** A database of the same server to stand in while others are made and dropped. */
  maintenance: Coordinates;
};

declare module 'vitest' {
  export interface ProvidedContext {
    testDatabaseTemplate: TestDatabaseTemplate;
  }
}

const folderPrefix = 'concord-test-';

/** One server for the whole run, with one migrated database that tests clone in milliseconds. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const databaseUrl = process.env.TEST_DATABASE_URL || process.env.DATABASE_URL || undefined;
  await removeLeftovers();
  const folder = mkdtempSync(join(tmpdir(), folderPrefix));
  const clean = () => rmSync(folder, { recursive: true, force: true });
  process.once('exit', clean);
  const name = `concord_template_${process.pid}`;
  const started = await (databaseUrl
    ? createOnServer(databaseUrl, name, folder)
    : createOnOwnServer(name, folder));
  const { backend, maintenance } = started;
  const remove = async () => {
    await started.remove();
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
  project.provide('testDatabaseTemplate', { name, owner, maintenance, roles, passwords });
  return remove;
}

type Started = { backend: OpenedBackend; maintenance: Coordinates; remove(): Promise<void> };

async function createOnOwnServer(name: string, dataFolder: string): Promise<Started> {
  const backend = await openEmbedded({
    dataFolder,
    purpose: 'the tests',
    durable: false,
    settings: { max_connections: '300' },
  });
  await createDatabase(backend.owner, name);
  return { backend, maintenance: backend.owner, remove: () => backend.stop() };
}

async function createOnServer(url: string, name: string, dataFolder: string): Promise<Started> {
  const maintenance = { connectionString: url };
  await createDatabase(maintenance, name);
  const databaseUrl = inDatabase(maintenance, name).connectionString!;
  const backend = await openServer({ dataFolder, databaseUrl });
  const remove = () =>
    withClient(maintenance, async (client) => {
      await client.query(`drop database ${pg.escapeIdentifier(name)} with (force)`);
      for (const role of Object.values(backend.roles))
        await client.query(`drop role if exists ${pg.escapeIdentifier(role)}`);
    });
  return { backend, maintenance, remove };
}

const createDatabase = (maintenance: Coordinates, name: string) =>
  withClient(maintenance, (client) => client.query(`create database ${pg.escapeIdentifier(name)}`));

/** The same server and role, another database. */
export function inDatabase(coordinates: Coordinates, database: string): Coordinates {
  if (coordinates.connectionString === undefined) return { ...coordinates, database };
  const url = new URL(coordinates.connectionString);
  url.pathname = `/${encodeURIComponent(database)}`;
  return { connectionString: url.href };
}

/** A run that was killed could not clean up after itself. */
async function removeLeftovers(): Promise<void> {
  const hourAgo = Date.now() - 3_600_000;
  for (const entry of await readdir(tmpdir())) {
    const folder = join(tmpdir(), entry);
    if (!entry.startsWith(folderPrefix)) continue;
    if ((statSync(folder, { throwIfNoEntry: false })?.mtimeMs ?? hourAgo) >= hourAgo) continue;
    if (!(await dataFolderHolder(folder))) rmSync(folder, { recursive: true, force: true });
  }
}

import pg from 'pg';
import { asRole, type Coordinates, canSignIn, withClient } from './connection.ts';
import { embeddedSuperuser } from './create-server-folder.ts';
import { prepareDataFolder } from './data-folder.ts';
import { lockDataFolder } from './data-folder-lock.ts';
import { embeddedPort, startEmbeddedPostgres } from './embedded-postgres.ts';
import type { OpenDatabaseOptions, OpenedBackend } from './open-database.ts';
import { provideAppRoles } from './provide-app-roles.ts';
import { embeddedRoles, provideLogin } from './roles.ts';
import { type Secrets, storedSecrets } from './secrets.ts';

const ownerRole = 'concord_owner';
const databaseName = 'concord';

/** Locks the data folder, starts its server and sees that roles and database are there. */
export async function openEmbedded(options: OpenDatabaseOptions): Promise<OpenedBackend> {
  const dataFolder = prepareDataFolder(options.dataFolder);
  const lock = await lockDataFolder(dataFolder, options.purpose ?? 'another Concord');
  try {
    const secret = storedSecrets(dataFolder);
    const server = await startEmbeddedPostgres({
      dataFolder,
      superuserPassword: secret('postgres-superuser'),
      onStep: options.onStep ?? (() => {}),
      ...(options.durable === undefined ? {} : { durable: options.durable }),
      ...(options.settings ? { settings: options.settings } : {}),
      onLost: (error) => options.onTrouble?.(error, true),
    });
    try {
      const backend = embeddedBackend(server.socketFolder, secret);
      const superuser = superuserOf(server.socketFolder, secret);
      if (!(await canSignIn(backend.owner))) await createDatabase(superuser, backend.owner);
      await provideAppRoles(backend);
      return {
        ...backend,
        async stop() {
          await server.stop();
          lock.release();
        },
      };
    } catch (error) {
      await server.stop();
      throw error;
    }
  } catch (error) {
    lock.release();
    throw error;
  }
}

/** How to reach the embedded database when its server runs behind this socket. */
export function embeddedBackend(socketFolder: string, secret: Secrets): OpenedBackend {
  return {
    owner: {
      host: socketFolder,
      port: embeddedPort,
      database: databaseName,
      user: ownerRole,
      password: secret('postgres-owner'),
    },
    roles: embeddedRoles,
    passwords: { app: secret('postgres-app'), auth: secret('postgres-auth') },
    secret,
    stop: async () => {},
  };
}

export function superuserOf(socketFolder: string, secret: Secrets): Coordinates {
  return asRole(
    { host: socketFolder, port: embeddedPort, database: 'postgres' },
    embeddedSuperuser,
    secret('postgres-superuser'),
  );
}

/** The owner of the database is no superuser either, as with a server of the operator's own. */
async function createDatabase(superuser: Coordinates, owner: Coordinates): Promise<void> {
  await withClient(superuser, async (client) => {
    const role = pg.escapeIdentifier(ownerRole);
    await provideLogin(client, ownerRole, owner.password as string);
    await client.query(`alter role ${role} createrole createdb`);
    const known = await client.query('select 1 from pg_database where datname = $1', [
      databaseName,
    ]);
    if (known.rowCount === 0)
      await client.query(`create database ${pg.escapeIdentifier(databaseName)} owner ${role}`);
  });
}

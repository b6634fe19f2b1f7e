import { OperatorError } from '../errors.ts';
import { asRole, type Coordinates } from './connection.ts';
import { openEmbedded } from './open-embedded.ts';
import { openServer } from './open-server.ts';
import { type DatabasePools, makePools } from './pools.ts';
import type { RoleNames } from './roles.ts';
import type { Secrets } from './secrets.ts';
import { versionText } from './server-version.ts';

export type DatabaseDescription = {
  kind: 'embedded' | 'server';
  /** As people write it: 18.4. */
  version: string;
};

export type OpenedDatabase = DatabasePools & {
  /** Names for the placeholders of migrations. */
  roles: RoleNames;
  /** Other secrets of this installation, the same for every process that shares the database. */
  secret: Secrets;
  describe(): Promise<DatabaseDescription>;
  /** Waits for running queries, then stops the embedded server if there is one. */
  close(): Promise<void>;
};

export type OpenDatabaseOptions = {
  dataFolder: string;
  databaseUrl?: string | undefined;
  /** A line for the person at the terminal. */
  onStep?: (text: string) => void;
  /** An idle connection broke, or the embedded server cannot be kept alive (then `fatal`). */
  onTrouble?: (error: Error, fatal: boolean) => void;
  /** What runs here, for whoever finds the folder in use. */
  purpose?: string;
  /** False only for throw-away databases of tests. */
  durable?: boolean;
  /** PostgreSQL settings of the embedded server. */
  settings?: Record<string, string>;
  /** Most connections of the pool that serves pages. */
  appConnections?: number;
};

/** What both kinds of database come down to. */
export type OpenedBackend = {
  owner: Coordinates;
  roles: RoleNames;
  passwords: { app: string; auth: string };
  secret: Secrets;
  stop(): Promise<void>;
};

/** Opens the installation's database, embedded or by DATABASE_URL; migrating is the caller's next step. */
export async function openDatabase(options: OpenDatabaseOptions): Promise<OpenedDatabase> {
  const kind = options.databaseUrl === undefined ? 'embedded' : 'server';
  const onTrouble = options.onTrouble ?? (() => {});
  const backend = await (kind === 'embedded' ? openEmbedded(options) : openServer(options));
  return databaseFrom(kind, backend, onTrouble, options.appConnections);
}

export function databaseFrom(
  kind: DatabaseDescription['kind'],
  backend: OpenedBackend,
  onTrouble: (error: Error, fatal: boolean) => void,
  appConnections = 20,
): OpenedDatabase {
  const pools = makePools(
    {
      owner: backend.owner,
      app: asRole(backend.owner, backend.roles.app, backend.passwords.app),
      auth: asRole(backend.owner, backend.roles.auth, backend.passwords.auth),
    },
    appConnections,
    (error) => onTrouble(error, false),
  );
  let closing: Promise<void> | undefined;
  return {
    ...pools,
    roles: backend.roles,
    secret: backend.secret,
    async describe() {
      const { rows } = await pools.owner.query<{ number: string }>(
        `select current_setting('server_version_num') as number`,
      );
      if (!rows[0]) throw new OperatorError('The database does not tell its version.');
      return { kind, version: versionText(Number(rows[0].number)) };
    },
    close() {
      closing ??= Promise.all(Object.values(pools).map((pool) => pool.end())).then(() =>
        backend.stop(),
      );
      return closing;
    },
  };
}

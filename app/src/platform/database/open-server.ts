import { OperatorError } from '../errors.ts';
import { explainConnectionError, withClient } from './connection.ts';
import { prepareDataFolder } from './data-folder.ts';
import type { OpenDatabaseOptions, OpenedBackend } from './open-database.ts';
import { provideAppRoles } from './provide-app-roles.ts';
import { rolesForDatabase } from './roles.ts';
import { derivedSecrets, storedSecrets } from './secrets.ts';
import { requireSupportedVersion } from './server-version.ts';

/** Checks the server that DATABASE_URL names and sees that the roles are there. */
export async function openServer(options: OpenDatabaseOptions): Promise<OpenedBackend> {
  const databaseUrl = options.databaseUrl!;
  options.onStep?.('Connecting to the database of DATABASE_URL');
  const owner = { connectionString: databaseUrl };
  const facts = await askServer(databaseUrl);
  requireSupportedVersion(facts.version);
  const secret = facts.ownerPassword
    ? derivedSecrets(facts.ownerPassword, facts.database)
    : storedSecrets(prepareDataFolder(options.dataFolder));
  const backend: OpenedBackend = {
    owner,
    roles: rolesForDatabase(facts.database),
    passwords: { app: secret('postgres-app'), auth: secret('postgres-auth') },
    secret,
    stop: async () => {},
  };
  await provideAppRoles(backend);
  return backend;
}

async function askServer(databaseUrl: string) {
  try {
    return await withClient({ connectionString: databaseUrl }, async (client) => {
      const { rows } = await client.query<{ version: string; database: string }>(
        `select current_setting('server_version_num') as version, current_database() as database`,
      );
      const { version, database } = rows[0]!;
      return { version: Number(version), database, ownerPassword: client.password };
    });
  } catch (error) {
    if (error instanceof OperatorError) throw error;
    throw explainConnectionError(databaseUrl, error);
  }
}

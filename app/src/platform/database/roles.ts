import { createHash, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto';
import pg from 'pg';
import { OperatorError } from '../errors.ts';

export type RoleNames = {
  /** Serves the pages: neither owner nor superuser, so that row-level security holds for it. */
  app: string;
  /** Serves sign-in: sees the schema `auth` and nothing else. */
  auth: string;
};

export const embeddedRoles: RoleNames = { app: 'concord_app', auth: 'concord_auth' };

/** Roles belong to a whole server: those of two databases must not be the same. */
export function rolesForDatabase(database: string): RoleNames {
  const fits = Buffer.byteLength(database) <= 45;
  const suffix = fits ? database : createHash('sha256').update(database).digest('hex').slice(0, 16);
  return { app: `concord_app_${suffix}`, auth: `concord_auth_${suffix}` };
}

/** Creates a role that may sign in with this password, or sets the password of an existing one. */
export async function provideLogin(
  client: pg.ClientBase,
  name: string,
  password: string,
  settings: Record<string, string> = {},
): Promise<void> {
  const role = pg.escapeIdentifier(name);
  const verifier = pg.escapeLiteral(scramVerifier(password));
  const known = await client.query('select 1 from pg_roles where rolname = $1', [name]);
  try {
    await client.query(
      known.rowCount === 0
        ? `create role ${role} login nosuperuser noinherit password ${verifier}`
        : `alter role ${role} login password ${verifier}`,
    );
    for (const [setting, value] of Object.entries(settings))
      await client.query(`alter role ${role} set ${setting} = ${value}`);
  } catch (error) {
    if ((error as pg.DatabaseError).code !== '42501') throw error;
    throw new OperatorError(
      `The user of DATABASE_URL may not ${known.rowCount === 0 ? 'create' : 'change'} the role ${name}; give it CREATEROLE (${(error as Error).message}).`,
    );
  }
}

/** What the server stores instead of a password, made here so that no log ever shows one. RFC 5803. */
function scramVerifier(password: string): string {
  const iterations = 4096;
  const salt = randomBytes(16);
  const salted = pbkdf2Sync(password, salt, iterations, 32, 'sha256');
  const key = (name: string) => createHmac('sha256', salted).update(name).digest();
  const storedKey = createHash('sha256').update(key('Client Key')).digest('base64');
  const serverKey = key('Server Key').toString('base64');
  return `SCRAM-SHA-256$${iterations}:${salt.toString('base64')}$${storedKey}:${serverKey}`;
}

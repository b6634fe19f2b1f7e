import pg from 'pg';
import { OperatorError } from '../errors.ts';

/** Where a database is and as whom to sign in there. */
export type Coordinates = Pick<
  pg.ClientConfig,
  'host' | 'port' | 'user' | 'password' | 'database' | 'connectionString'
>;

const connectTimeoutMs = 8_000;

/** The same database as another role. */
export function asRole(coordinates: Coordinates, user: string, password: string): Coordinates {
  if (coordinates.connectionString === undefined) return { ...coordinates, user, password };
  const url = new URL(coordinates.connectionString);
  url.username = '';
  url.password = '';
  url.searchParams.set('user', user);
  url.searchParams.set('password', password);
  return { connectionString: url.href };
}

/** One connection for the length of `work`. */
export async function withClient<T>(
  coordinates: Coordinates,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({ ...coordinates, connectionTimeoutMillis: connectTimeoutMs });
  client.on('error', () => {}); // a lost connection also rejects the query that waits on it
  try {
    await client.connect();
    return await work(client);
  } finally {
    await client.end().catch(() => {}); // never connected
  }
}

/** Whether this role can sign in with this password. */
export async function canSignIn(coordinates: Coordinates): Promise<boolean> {
  const refused = ['28P01', '28000', '3D000', '08P01'];
  try {
    return await withClient(coordinates, async () => true);
  } catch (error) {
    if (refused.includes((error as pg.DatabaseError).code ?? '')) return false;
    throw error;
  }
}

/** Says in one sentence why the server of DATABASE_URL cannot be used. */
export function explainConnectionError(databaseUrl: string, error: unknown): OperatorError {
  const url = new URL(databaseUrl);
  const where = `${url.searchParams.get('host') ?? url.host}${url.pathname}`;
  const { code = '', message } = error as Error & { code?: string };
  const reasons: Record<string, string> = {
    ECONNREFUSED: 'nothing answers there',
    ENOTFOUND: 'there is no machine of that name',
    EAI_AGAIN: 'its name could not be looked up',
    ENOENT: 'there is no such socket',
    ETIMEDOUT: 'it did not answer in time',
    '28P01': 'it refuses the user name or password',
    '28000': 'it refuses this user',
    '3D000': 'it has no database of that name',
    '57P03': 'it is starting up or shutting down',
  };
  const reason = reasons[code] ?? (message || code || String(error));
  return new OperatorError(`The database of DATABASE_URL (${where}) cannot be used: ${reason}.`);
}

import pg from 'pg';
import type { Coordinates } from './connection.ts';
import { valueTypes } from './value-types.ts';

export type DatabasePools = {
  /** Serves people: row-level security decides what it sees. */
  app: pg.Pool;
  /** The same role, for single statements that stand outside a request's transaction. */
  counts: pg.Pool;
  /** Serves sign-in: the schema `auth` only. */
  auth: pg.Pool;
  /** Migrations and maintenance: never for a person's request. */
  owner: pg.Pool;
};

/** Connections keep nothing between transactions, so a transaction pooler may stand in between. */
export function makePools(
  coordinates: Record<'app' | 'auth' | 'owner', Coordinates>,
  appConnections: number,
  onTrouble: (error: Error) => void,
): DatabasePools {
  const pool = (where: Coordinates, max: number) => {
    const made = new pg.Pool({
      ...where,
      max,
      types: valueTypes,
      connectionTimeoutMillis: 10_000,
      idleTimeoutMillis: 60_000,
      application_name: 'concord',
    });
    made.on('error', (error) => {
      if (!made.ending) onTrouble(error);
    });
    return made;
  };
  return {
    app: pool(coordinates.app, appConnections),
    counts: pool(coordinates.app, 2),
    auth: pool(coordinates.auth, 5),
    owner: pool(coordinates.owner, 3),
  };
}

import { join } from 'node:path';
import pg from 'pg';
import type { Coordinates } from '../../app/src/platform/database/connection.ts';
import { embeddedBackend } from '../../app/src/platform/database/open-embedded.ts';
import { livingPostmaster } from '../../app/src/platform/database/postmaster-file.ts';
import { storedSecrets } from '../../app/src/platform/database/secrets.ts';

export interface DatabaseBehind {
  coordinates: Coordinates;
  /** The process that all others of the database come from. */
  postmaster: number;
  query(text: string): Promise<Record<string, unknown>[]>;
  /** What autovacuum does within seconds when there is no hurry: statistics for good plans. */
  settle(): Promise<void>;
  end(): Promise<void>;
}

/** The database of a running installation, as its owner. */
export function databaseOf(dataFolder: string): DatabaseBehind {
  const { socketFolder, pid } = livingPostmaster(join(dataFolder, 'postgres'))!;
  const { owner: coordinates } = embeddedBackend(socketFolder, storedSecrets(dataFolder));
  const pool = new pg.Pool({ ...coordinates, max: 1 });
  pool.on('error', () => {}); // the server is stopped while this connection rests
  return {
    coordinates,
    postmaster: pid,
    query: async (text) => (await pool.query(text)).rows,
    settle: async () => {
      await pool.query('analyze');
    },
    end: () => pool.end(),
  };
}

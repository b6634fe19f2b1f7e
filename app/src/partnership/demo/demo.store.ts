import { sql } from 'kysely';
import type { Database } from '../../platform/database/database.ts';
import type { Persona } from './personas.ts';

/** Whom a visitor may be in the demo district. */
export async function readPersonas(db: Database, at: Date): Promise<Persona[]> {
  const { rows } = await sql<Persona>`select * from demo_personas(${at})`.execute(db);
  return rows;
}

/** Has this installation its demo district? */
export async function demoIsThere(db: Database): Promise<boolean> {
  const { rows } = await sql<{ there: boolean }>`select demo_is_there() as there`.execute(db);
  return rows[0]?.there ?? false;
}

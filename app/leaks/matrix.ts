import { type Matrix, probes } from './database-matrix.ts';
import { readTables } from './tables.ts';
import { openWorld } from './world/open-world.ts';

/** The world with everything that stands in it, read once by the owner of the database. */
export async function buildMatrix(): Promise<Matrix> {
  const world = await openWorld();
  const { owner, app } = world.here.database;
  await owner.query(probes);
  const role = await app.query<{ name: string }>('select current_user as name');
  return { world, tables: await readTables(owner, role.rows[0]!.name) };
}

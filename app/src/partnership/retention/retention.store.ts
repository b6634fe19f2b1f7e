import { sql } from 'kysely';
import type { Ctx, SeatedCtx } from '../access/server.ts';
import type { ProfileName } from '../jurisdiction/index.ts';
import type { Retention } from './retention.ts';

/** How long these records are kept, as far as the actor may read them. One query. */
export async function readRetention(ctx: Ctx, ids: readonly string[]): Promise<Retention[]> {
  const { rows } = await sql<Retention>`
    select * from retention_of(${[...ids]}::uuid[])
  `.execute(ctx.db);
  return rows;
}

/** Whose schedule holds here. */
export async function readScheduleProfile(ctx: SeatedCtx): Promise<ProfileName> {
  const { rows } = await sql<{ profile: ProfileName }>`
    select retention_profile_here() as profile
  `.execute(ctx.db);
  return rows[0]?.profile ?? 'generic';
}

/** Records whose time is over, the oldest first. */
export async function readDue(ctx: SeatedCtx, today: string, most: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from records_due(${today}) id limit ${most}
  `.execute(ctx.db);
  return rows.map(({ id }) => id);
}

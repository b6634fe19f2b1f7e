import { sql } from 'kysely';
import type { Ctx } from '../access/server.ts';

/** May the acting seat add seats to this organization and invite to them? The database answers, and enforces it too. */
export async function mayFill(ctx: Ctx, organizationId: string): Promise<boolean> {
  const { rows } = await sql<{
    may: boolean;
  }>`select may_fill(${organizationId}::uuid) as may`.execute(ctx.db);
  return rows[0]?.may ?? false;
}

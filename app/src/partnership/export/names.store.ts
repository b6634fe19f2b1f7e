import { sql } from 'kysely';
import type { SeatedCtx } from '../access/server.ts';

/** What ids stand for, in words: seats, people, organizations, places, cycles. One query. */
export async function readNames(ctx: SeatedCtx): Promise<Map<string, string>> {
  const p = ctx.actor.partnership.id;
  const { rows } = await sql<{ id: string; name: string }>`
    select id, title as name from seat where partnership_id = ${p}
    union all select id, name from person where partnership_id = ${p}
    union all select id, name from organization where partnership_id = ${p}
    union all select id, name from site where partnership_id = ${p}
    union all select id, name from cycle where partnership_id = ${p}
    union all select id, name from indicator where partnership_id = ${p}
  `.execute(ctx.db);
  return new Map(rows.map(({ id, name }) => [id, name]));
}

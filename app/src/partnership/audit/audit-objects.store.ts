import { sql } from 'kysely';
import type { SeatedCtx } from '../access/server.ts';

/** Something that a line of the audit trail names by its id. */
export interface AuditObject {
  sort:
    | 'seat'
    | 'organization'
    | 'person'
    | 'site'
    | 'record'
    | 'indicator'
    | 'listening'
    | 'series';
  id: string;
  name: string;
  /** The seat's organization, the record's kind. */
  more: string | null;
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
/** Lines may name many seats (everybody who had a say, for one): the first few say enough. */
const mostNamed = 6;

function idsIn(details: Record<string, unknown>): string[] {
  return Object.values(details)
    .flat()
    .filter((value): value is string => typeof value === 'string' && uuid.test(value));
}

/**
 * Names what the details of several lines refer to; what the reader may not read keeps no name.
 * One query.
 */
export async function readObjects(
  ctx: SeatedCtx,
  details: readonly Record<string, unknown>[],
): Promise<(of: Record<string, unknown>) => AuditObject[]> {
  const ids = [...new Set(details.flatMap(idsIn))];
  const here = ctx.actor.partnership.id;
  const { rows } = await sql<AuditObject>`
    with asked (id) as (select unnest(${ids}::uuid[]))
    select 'seat' as sort, s.id, s.title as name, o.name as more from asked
      join seat s on s.partnership_id = ${here}::uuid and s.id = asked.id
      join organization o on o.partnership_id = s.partnership_id and o.id = s.organization_id
    union all select 'organization', x.id, x.name, null from asked
      join organization x on x.partnership_id = ${here}::uuid and x.id = asked.id
    union all select 'person', x.id, x.name, null from asked
      join person x on x.partnership_id = ${here}::uuid and x.id = asked.id
    union all select 'site', x.id, x.name, null from asked
      join site x on x.partnership_id = ${here}::uuid and x.id = asked.id
    union all select 'record', x.id, x.title, x.kind from asked
      join record x on x.partnership_id = ${here}::uuid and x.id = asked.id
    union all select 'indicator', x.id, x.name, null from asked
      join indicator x on x.partnership_id = ${here}::uuid and x.id = asked.id
    union all select 'listening', x.id, x.title, null from asked
      join listening_link x on x.partnership_id = ${here}::uuid and x.id = asked.id
    union all select 'series', x.id, x.title, null from asked
      join meeting_series x on x.partnership_id = ${here}::uuid and x.id = asked.id`.execute(
    ctx.db,
  );
  const byId = new Map(rows.map((object) => [object.id, object]));
  return (of) => [...new Set(idsIn(of))].flatMap((id) => byId.get(id) ?? []).slice(0, mostNamed);
}

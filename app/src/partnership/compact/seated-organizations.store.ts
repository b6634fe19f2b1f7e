import { sql } from 'kysely';
import type { Constituency } from '../access/index.ts';
import type { Ctx } from '../access/server.ts';

export interface OrganizationSeated {
  id: string;
  name: string;
  constituency: Constituency;
  /** Who speaks for it today. */
  lead: string;
  ratified: boolean;
}

/** The organizations whose lead sits at the table: those whose ratification a compact needs. */
export async function readOrganizationsSeated(
  ctx: Ctx,
  compactId: string,
): Promise<OrganizationSeated[]> {
  const { rows } = await sql<OrganizationSeated>`
    select o.id, o.name, o.constituency, min(p.name || ', ' || s.title) as lead,
      exists (select from ratification r where r.partnership_id = o.partnership_id
        and r.compact_id = ${compactId}::uuid and r.organization_id = o.id) as ratified
    from organization o
    join seat s on s.partnership_id = o.partnership_id and s.organization_id = o.id and s.lead
      and s.closed_on is null
    join term t on t.partnership_id = s.partnership_id and t.seat_id = s.id and t.sort = 'holder'
      and term_runs(t, local_day(s.partnership_id, ${ctx.clock.now()}))
    join person p on p.partnership_id = t.partnership_id and p.id = t.person_id
    where o.partnership_id = ${ctx.actor.partnership?.id ?? null}
    group by o.partnership_id, o.id, o.name, o.constituency, o.created_at
    order by array_position(array['administration', 'educators', 'support', 'board', 'families',
      'community', 'students', 'university'], o.constituency), o.created_at`.execute(ctx.db);
  return rows;
}

import { sql } from 'kysely';
import type { Ctx } from '../access/server.ts';
import type { SeatShown } from './seat.ts';

/**
 * The seats of the partnership with today's holders, in the order of the table. One query.
 * @param ids  Only these seats.
 */
export async function readSeats(ctx: Ctx, ids?: readonly string[]): Promise<SeatShown[]> {
  const partnershipId = ctx.actor.partnership?.id ?? null;
  // In a query of its own the day is looked up once, not for every seat.
  const today = sql`(select local_day(${partnershipId}::uuid, ${ctx.clock.now()}))`;
  const { rows } = await sql<SeatShown>`
    select s.id, s.title, s.lead, s.site_id, site.name as site_name,
      o.id as organization_id, o.name as organization_name, o.constituency,
      h.name as holder, h.id as person_id,
      coalesce((select array_agg(p.name order by p.name) from term t
        join person p on p.partnership_id = t.partnership_id and p.id = t.person_id
        where t.partnership_id = s.partnership_id and t.seat_id = s.id and t.sort = 'alternate'
          and term_runs(t, ${today})), '{}') as alternates
    from seat s
    join organization o on o.partnership_id = s.partnership_id and o.id = s.organization_id
    left join site on site.partnership_id = s.partnership_id and site.id = s.site_id
    left join lateral (
      select p.id, p.name from term t
      join person p on p.partnership_id = t.partnership_id and p.id = t.person_id
      where t.partnership_id = s.partnership_id and t.seat_id = s.id and t.sort = 'holder'
        and term_runs(t, ${today})
      limit 1) h on true
    where s.partnership_id = ${partnershipId} and s.closed_on is null
      and (${ids === undefined} or s.id = any (${ids ? [...ids] : []}::uuid[]))
    order by array_position(array['administration', 'educators', 'support', 'board', 'families',
        'community', 'students', 'university'], o.constituency), o.name, s.lead desc, s.title, s.created_at, s.id
  `.execute(ctx.db);
  return rows;
}

/** The seats by id, for pages that name several. */
export async function seatsById(
  ctx: Ctx,
  ids?: readonly string[],
): Promise<Map<string, SeatShown>> {
  const seats = await readSeats(ctx, ids);
  return new Map(seats.map((seat) => [seat.id, seat]));
}

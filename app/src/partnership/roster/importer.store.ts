import type { Pool } from 'pg';
import type { SeatHeld } from '../access/index.ts';

/** The administration's lead seat with its holder today, in the seat's own words; the eldest term first. */
export async function readImporter(
  owner: Pick<Pool, 'query'>,
  slug: string,
  at: Date,
): Promise<SeatHeld | null> {
  const { rows } = await owner.query<SeatHeld>(
    `select p.id as "partnershipId", p.slug, p.name as "partnershipName", t.person_id as "personId",
       s.id as "seatId", s.title, s.lead, t.sort, o.id as "organizationId",
       o.name as "organizationName", o.constituency
     from partnership p
     join organization o on o.partnership_id = p.id and o.constituency = 'administration'
     join seat s on s.partnership_id = p.id and s.organization_id = o.id and s.lead and s.closed_on is null
     join term t on t.partnership_id = p.id and t.seat_id = s.id and t.sort = 'holder'
       and term_runs(t, local_day(p.id, $2))
     where p.slug = $1 order by o.created_at, s.created_at, t.starts_on limit 1`,
    [slug, at],
  );
  return rows[0] ?? null;
}

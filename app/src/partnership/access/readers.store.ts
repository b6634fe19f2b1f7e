import { sql } from 'kysely';
import { type Constituency, constituencies } from './constituency.ts';
import type { Ctx } from './ctx.ts';
import type { Readers, ReadingOrganization } from './readers.ts';
import { bodyOf, sortOf } from './visibility.ts';

interface ReadersRow {
  body: string | null;
  organizations: ReadingOrganization[];
  sides: Constituency[];
}

/**
 * Who can read something with this visibility now. The numbers follow the rule by which a seat is
 * entered: the term runs today, the seat is open, and for a team the seat is on it today. One query.
 */
export async function readReaders(ctx: Ctx, visibleTo: string): Promise<Readers> {
  const sort = sortOf(visibleTo);
  if (sort === 'person' || !ctx.actor.seat)
    return { visibleTo, body: '', organizations: [], without: [] };
  const partnershipId = ctx.actor.partnership?.id ?? null;
  const closed = sort === 'team' || sort === 'caucus' ? bodyOf(visibleTo) : null;
  const { rows } = await sql<ReadersRow>`
    with today as (select local_day(${partnershipId}::uuid, ${ctx.clock.now()}) as day),
    reading as (
      select s.id, s.title, s.lead, s.organization_id from seat s
      where s.partnership_id = ${partnershipId}::uuid and s.closed_on is null and case ${sort}
        when 'team' then exists (select from team_seat m, today
          where m.partnership_id = s.partnership_id and m.seat_id = s.id and m.team_id = ${closed}::uuid
            and m.joined_on <= day and (m.left_on is null or m.left_on > day))
        when 'caucus' then s.organization_id = ${closed}::uuid
        else true end),
    acting as (
      select r.id as seat_id, r.organization_id, p.id as person_id, p.name, bool_and(t.sort = 'alternate') as stands_in
      from reading r
      join term t on t.partnership_id = ${partnershipId}::uuid and t.seat_id = r.id
      join today on term_runs(t, day)
      join person p on p.partnership_id = t.partnership_id and p.id = t.person_id
      group by r.id, r.organization_id, p.id, p.name)
    select
      case ${sort}
        when 'team' then (select title from record where partnership_id = ${partnershipId}::uuid and id = ${closed}::uuid)
        when 'caucus' then (select name from organization where partnership_id = ${partnershipId}::uuid and id = ${closed}::uuid)
      end as body,
      coalesce((select jsonb_agg(jsonb_build_object(
          'id', o.id, 'name', o.name, 'constituency', o.constituency,
          'people', (select count(distinct person_id) from acting a where a.organization_id = o.id),
          'seats', case when ${closed === null} then '[]' else coalesce((
            select jsonb_agg(jsonb_build_object('title', r.title, 'people', coalesce((
                select jsonb_agg(jsonb_build_object('name', a.name, 'standsIn', a.stands_in) order by a.stands_in, a.name)
                from acting a where a.seat_id = r.id), '[]')) order by r.lead desc, r.title, r.id)
            from reading r where r.organization_id = o.id), '[]') end)
          order by o.name, o.id)
        from organization o
        where o.partnership_id = ${partnershipId}::uuid
          and exists (select from reading r where r.organization_id = o.id)), '[]') as organizations,
      array(select distinct constituency from organization where partnership_id = ${partnershipId}::uuid) as sides
  `.execute(ctx.db);
  return readersOf(visibleTo, rows[0]);
}

function readersOf(visibleTo: string, row: ReadersRow | undefined): Readers {
  const organizations = inTableOrder(row?.organizations ?? []);
  const reading = new Set(organizations.filter(({ people }) => people > 0).map(sideOf));
  return {
    visibleTo,
    body: row?.body ?? '',
    organizations,
    without: constituencies.filter((side) => row?.sides.includes(side) && !reading.has(side)),
  };
}

const sideOf = ({ constituency }: ReadingOrganization) => constituency;

function inTableOrder(organizations: readonly ReadingOrganization[]): ReadingOrganization[] {
  return constituencies.flatMap((side) =>
    organizations.filter(({ constituency }) => constituency === side),
  );
}

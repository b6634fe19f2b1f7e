import { sql } from 'kysely';
import type { SeatedCtx } from '../access/server.ts';

export interface InvitableSchool {
  /** Null for those who belong to no one school. */
  siteId: string | null;
  name: string | null;
  people: number;
}

/** Staff on the roster who hold no seat yet. Names only: addresses belong to the administration. */
export interface Invitable {
  /** Every school with somebody to invite. */
  schools: InvitableSchool[];
  /** The people of the schools that are shown, by school and name. */
  people: { id: string; name: string; siteId: string | null }[];
  /** Too many for one list: only those of one school are shown. */
  one: boolean;
}

const mostAtOnce = 300;
export const noSchool = 'none';

/**
 * Whom a lead may choose for a seat.
 * @param wanted  The school to show when all would be too many: an id, or `none`.
 */
export async function readInvitable(ctx: SeatedCtx, wanted: string | null): Promise<Invitable> {
  const free = sql`
    from person p
    left join site on site.partnership_id = p.partnership_id and site.id = p.site_id
    where p.partnership_id = ${ctx.actor.partnership.id} and p.on_roster and not exists (
      select from term t where t.partnership_id = p.partnership_id and t.person_id = p.id
        and t.ended_at is null
        and (t.ends_on is null or t.ends_on >= local_day(p.partnership_id, ${ctx.clock.now()})))`;
  const { rows: schools } = await sql<InvitableSchool>`
    select p.site_id, site.name, count(*) as people ${free}
    group by p.site_id, site.name, site.parent_id
    order by site.parent_id nulls first, site.name`.execute(ctx.db);
  const one = schools.reduce((sum, { people }) => sum + people, 0) > mostAtOnce;
  const { rows: people } = await sql<Invitable['people'][number]>`
    select p.id, p.name, p.site_id ${free}
      and (${!one} or coalesce(p.site_id::text, ${noSchool}) = ${wanted})
    order by p.name, p.id`.execute(ctx.db);
  return { schools, people, one };
}

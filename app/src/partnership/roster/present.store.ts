import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { SeatedCtx } from '../access/server.ts';
import type { StaffRole } from './roster.ts';

export interface PresentSite {
  id: string;
  rosterId: string | null;
  name: string;
  level: 'state' | 'district' | 'school';
  parentId: string | null;
}

export interface PresentPerson {
  id: string;
  rosterId: string | null;
  name: string;
  role: StaffRole | null;
  siteId: string | null;
  siteName: string | null;
  onRoster: boolean;
  hasAccount: boolean;
  /** As this organization knows it. */
  email: string | null;
}

/** A term that has not ended, of somebody whom the roster knows. */
export interface PresentTerm {
  termId: string;
  personId: string;
  seatId: string;
  person: string;
  seat: string;
  organizationId: string;
  organization: string;
  rosterLeftOn: string | null;
}

/** Who and what is here, as far as a roster touches it. */
export interface Present {
  sites: PresentSite[];
  people: PresentPerson[];
  terms: PresentTerm[];
}

export async function readPresent(ctx: SeatedCtx): Promise<Present> {
  const { db, actor } = ctx;
  const partnershipId = actor.partnership.id;
  const sites = await sql<PresentSite>`
    select id, roster_id, name, level, parent_id from site
    where partnership_id = ${partnershipId} order by parent_id nulls first, id`.execute(db);
  const people = await sql<PresentPerson>`
    select p.id, p.roster_id, p.name, p.roster_role as role, p.site_id, site.name as site_name,
      p.on_roster, p.account_id is not null as has_account, c.email
    from person p
    left join site on site.partnership_id = p.partnership_id and site.id = p.site_id
    left join person_contact c on c.partnership_id = p.partnership_id and c.person_id = p.id
      and c.visible_to = ${`caucus:${actor.seat.organizationId}`}
    where p.partnership_id = ${partnershipId} order by p.id`.execute(db);
  const terms = await sql<PresentTerm>`
    select t.id as term_id, t.person_id, t.seat_id, p.name as person, s.title as seat,
      o.id as organization_id, o.name as organization,
      t.roster_left_on
    from term t
    join person p on p.partnership_id = t.partnership_id and p.id = t.person_id
    join seat s on s.partnership_id = t.partnership_id and s.id = t.seat_id
    join organization o on o.partnership_id = s.partnership_id and o.id = s.organization_id
    where t.partnership_id = ${partnershipId} and t.ended_at is null and p.roster_id is not null
      and (t.ends_on is null or t.ends_on >= local_day(t.partnership_id, ${ctx.clock.now()}))
    order by t.id`.execute(db);
  return { sites: sites.rows, people: people.rows, terms: terms.rows };
}

/** The same only while nothing that a plan rests on has changed. */
export function basisOf(present: Present): string {
  return createHash('sha256').update(JSON.stringify(present)).digest('base64url');
}

import { sql } from 'kysely';
import type { SeatedCtx } from '../access/server.ts';
import type { ImportPlan } from './import-plan.ts';

/** Writes a plan, a few statements however long it is. The database's policies judge every row. */
export async function writePlan(ctx: SeatedCtx, plan: ImportPlan): Promise<void> {
  await writeSites(ctx, plan);
  await writePeople(ctx, plan);
  await writeContacts(ctx, plan);
  await writeTerms(ctx, plan);
}

async function writeSites({ db, actor }: SeatedCtx, { sites }: ImportPlan): Promise<void> {
  const p = actor.partnership.id;
  const added = rows(sites.filter(({ change }) => change === 'new'));
  const changed = rows(sites.filter(({ change }) => change !== 'new'));
  // Districts stand before their schools in a plan, and one statement checks its keys at its end.
  await sql`insert into site (partnership_id, id, parent_id, level, name, roster_id)
    select ${p}::uuid, x.id, x."parentId", x.level, x.name, x."rosterId"
    from jsonb_to_recordset(${added}::jsonb)
      as x (id uuid, "parentId" uuid, level text, name text, "rosterId" text)`.execute(db);
  await sql`update site set name = x.name, roster_id = x."rosterId"
    from jsonb_to_recordset(${changed}::jsonb) as x (id uuid, name text, "rosterId" text)
    where site.partnership_id = ${p} and site.id = x.id`.execute(db);
}

async function writePeople({ db, actor, clock }: SeatedCtx, { people }: ImportPlan): Promise<void> {
  const p = actor.partnership.id;
  const added = rows(people.filter(({ change }) => change === 'new'));
  const changed = rows(people.filter(({ change }) => change !== 'new'));
  await sql`insert into person (partnership_id, id, name, roster_id, site_id, roster_role, on_roster, created_at)
    select ${p}::uuid, x.id, x.name, x."rosterId", x."siteId", x.role, true, ${clock.now()}
    from jsonb_to_recordset(${added}::jsonb)
      as x (id uuid, name text, "rosterId" text, "siteId" uuid, role text)`.execute(db);
  // The name of somebody who sits for another organization is theirs and that organization's to change.
  await sql`update person set name = case when may_rename(person.id) then x.name else person.name end, roster_id = x."rosterId", site_id = x."siteId",
      roster_role = x.role, on_roster = x.change <> 'gone'
    from jsonb_to_recordset(${changed}::jsonb)
      as x (id uuid, change text, name text, "rosterId" text, "siteId" uuid, role text)
    where person.partnership_id = ${p} and person.id = x.id`.execute(db);
}

async function writeContacts(
  { db, actor, clock }: SeatedCtx,
  { people }: ImportPlan,
): Promise<void> {
  const known = rows(people.filter(({ email }) => email !== null));
  await sql`insert into person_contact (partnership_id, person_id, visible_to, email, created_at)
    select ${actor.partnership.id}::uuid, x.id, ${`caucus:${actor.seat.organizationId}`}, x.email, ${clock.now()}
    from jsonb_to_recordset(${known}::jsonb) as x (id uuid, email text)
    on conflict (partnership_id, person_id, visible_to) do update set email = excluded.email`.execute(
    db,
  );
}

async function writeTerms({ db, actor, clock }: SeatedCtx, { terms }: ImportPlan): Promise<void> {
  const p = actor.partnership.id;
  const now = clock.now();
  const ids = (wanted: string) =>
    terms.filter(({ change }) => change === wanted).map(({ termId }) => termId);
  await sql`update term set ended_at = ${now}, end_reason = 'left',
      ends_on = greatest(local_day(${p}, ${now}), starts_on)
    where partnership_id = ${p} and id = any (${ids('end')}::uuid[]) and ended_at is null`.execute(
    db,
  );
  await sql`update term set roster_left_on = local_day(${p}, ${now})
    where partnership_id = ${p} and id = any (${ids('flag')}::uuid[])`.execute(db);
  await sql`update term set roster_left_on = null
    where partnership_id = ${p} and id = any (${ids('unflag')}::uuid[])`.execute(db);
}

function rows(changes: readonly object[]): string {
  return JSON.stringify(changes);
}

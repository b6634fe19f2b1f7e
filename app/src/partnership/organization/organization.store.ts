import type { Constituency } from '../access/index.ts';
import { type Ctx, constituencies, notFound } from '../access/server.ts';
import type { PartnerLevel } from './partner-map.ts';

export interface OrganizationShown {
  id: string;
  name: string;
  constituency: Constituency;
  exclusiveRepresentative: boolean;
}

/** In the order in which their sides sit around the table. */
export async function readOrganizations(ctx: Ctx): Promise<OrganizationShown[]> {
  const rows = await ctx.db
    .selectFrom('organization')
    .select(['id', 'name', 'constituency', 'exclusiveRepresentative'])
    .where('partnershipId', '=', ctx.actor.partnership?.id ?? null)
    .orderBy('createdAt')
    .execute();
  return rows.sort((a, b) => place(a) - place(b));
}

export async function readOrganization(ctx: Ctx, id: string): Promise<OrganizationShown> {
  const row = await ctx.db
    .selectFrom('organization')
    .select(['id', 'name', 'constituency', 'exclusiveRepresentative'])
    .where('partnershipId', '=', ctx.actor.partnership?.id ?? null)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) throw notFound();
  return row;
}

export interface SiteShown {
  id: string;
  name: string;
  level: PartnerLevel;
  parentId: string | null;
}

/** The district first, then its schools by name. */
export async function readSites(ctx: Ctx): Promise<SiteShown[]> {
  return ctx.db
    .selectFrom('site')
    .select(['id', 'name', 'level', 'parentId'])
    .where('partnershipId', '=', ctx.actor.partnership?.id ?? null)
    .orderBy((eb) => eb.case().when('parentId', 'is', null).then(0).else(1).end())
    .orderBy('name')
    .execute();
}

function place({ constituency }: OrganizationShown): number {
  return constituencies.indexOf(constituency);
}

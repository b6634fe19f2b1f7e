import type { Ctx } from '../../partnership/access/server.ts';

export interface SiteChoice {
  id: string;
  name: string;
}

/** The places that a voice can be about: the district, then its schools. */
export async function readSiteChoices(ctx: Ctx): Promise<SiteChoice[]> {
  return ctx.db
    .selectFrom('site')
    .select(['id', 'name'])
    .where('partnershipId', '=', ctx.actor.partnership?.id ?? null)
    .orderBy((eb) => eb.fn.coalesce('parentId', 'id'))
    .orderBy('name')
    .execute();
}

import type { SeatedCtx } from '../access/server.ts';

/** Everybody who sits or sat here. */
export async function readPeopleOfSeats(ctx: SeatedCtx): Promise<{ id: string; name: string }[]> {
  return ctx.db
    .selectFrom('person')
    .select(['id', 'name'])
    .where('partnershipId', '=', ctx.actor.partnership.id)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('term')
          .select('term.id')
          .whereRef('term.partnershipId', '=', 'person.partnershipId')
          .whereRef('term.personId', '=', 'person.id'),
      ),
    )
    .orderBy('name')
    .orderBy('id')
    .execute();
}

import type { Ctx } from './ctx.ts';
import { bodyOf, sortOf } from './visibility.ts';

/** What the sentence about a record's visibility needs: whose body it is and how many are in it. */
export interface VisibilityNamed {
  visibleTo: string;
  body: string;
  count: number;
}

/** Names the team or organization behind a visibility. At most one query. */
export async function nameVisibility(ctx: Ctx, visibleTo: string): Promise<VisibilityNamed> {
  const sort = sortOf(visibleTo);
  const id = bodyOf(visibleTo);
  const partnershipId = ctx.actor.partnership?.id ?? null;
  if (sort === 'team' && id) {
    const team = await ctx.db
      .selectFrom('record')
      .select((eb) => [
        'record.title',
        eb
          .selectFrom('teamSeat')
          .select((count) => count.fn.countAll<number>().as('count'))
          .whereRef('teamSeat.partnershipId', '=', 'record.partnershipId')
          .whereRef('teamSeat.teamId', '=', 'record.id')
          .where('teamSeat.leftOn', 'is', null)
          .as('count'),
      ])
      .where('partnershipId', '=', partnershipId)
      .where('id', '=', id)
      .executeTakeFirst();
    return { visibleTo, body: team?.title ?? '', count: team?.count ?? 0 };
  }
  if (sort === 'caucus' && id) {
    const organization = await ctx.db
      .selectFrom('organization')
      .select('name')
      .where('partnershipId', '=', partnershipId)
      .where('id', '=', id)
      .executeTakeFirst();
    return { visibleTo, body: organization?.name ?? '', count: 0 };
  }
  return { visibleTo, body: '', count: 0 };
}

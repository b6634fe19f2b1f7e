import type { Ctx } from '../access/server.ts';

export interface TermShown {
  id: string;
  personId: string;
  name: string;
  sort: 'holder' | 'alternate';
  startsOn: string;
  endsOn: string | null;
  endedAt: Date | null;
  rosterLeftOn: string | null;
}

/** Everyone who has sat here, the latest first. */
export async function readTerms(ctx: Ctx, seatId: string): Promise<TermShown[]> {
  return ctx.db
    .selectFrom('term')
    .innerJoin('person', (join) =>
      join
        .onRef('person.partnershipId', '=', 'term.partnershipId')
        .onRef('person.id', '=', 'term.personId'),
    )
    .select([
      'term.id',
      'term.personId',
      'person.name',
      'term.sort',
      'term.startsOn',
      'term.endsOn',
      'term.endedAt',
      'term.rosterLeftOn',
    ])
    .where('term.partnershipId', '=', ctx.actor.partnership?.id ?? null)
    .where('term.seatId', '=', seatId)
    .orderBy('term.startsOn', 'desc')
    .orderBy('term.endedAt', (order) => order.desc().nullsFirst())
    .execute();
}

/** A term that still runs or begins later, with its seat; nothing where it is over or not to be seen. */
export async function readOpenTerm(
  ctx: Ctx,
  id: string,
): Promise<{ id: string; seatId: string; name: string; personId: string } | undefined> {
  return ctx.db
    .selectFrom('term')
    .innerJoin('person', (join) =>
      join
        .onRef('person.partnershipId', '=', 'term.partnershipId')
        .onRef('person.id', '=', 'term.personId'),
    )
    .select(['term.id', 'term.seatId', 'person.name', 'term.personId'])
    .where('term.partnershipId', '=', ctx.actor.partnership?.id ?? null)
    .where('term.id', '=', id)
    .where('term.endedAt', 'is', null)
    .executeTakeFirst();
}

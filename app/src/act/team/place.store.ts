import { sql } from 'kysely';
import type { Ctx, SeatedCtx } from '../../partnership/access/server.ts';
import { readOrganizations } from '../../partnership/organization/server.ts';
import { type TeamPlaces, usualPlacesEach } from './team.ts';

/** How many places each organization has on a team, in the order of the table. */
export async function readPlaces(ctx: Ctx, teamId: string): Promise<TeamPlaces[]> {
  const rows = await ctx.db
    .selectFrom('teamPlace')
    .select(['organizationId', 'places', 'chairs'])
    .where('partnershipId', '=', ctx.actor.partnership?.id ?? null)
    .where('teamId', '=', teamId)
    .where('places', '>', 0)
    .execute();
  const places = new Map(rows.map((row) => [row.organizationId, row]));
  return (await readOrganizations(ctx)).flatMap(({ id, name, constituency }) => {
    const found = places.get(id);
    return found ? [{ ...found, organizationName: name, constituency }] : [];
  });
}

/** The same for everybody at the table. */
export async function usualPlaces(ctx: Ctx): Promise<Record<string, number>> {
  const organizations = await readOrganizations(ctx);
  return Object.fromEntries(organizations.map(({ id }) => [id, usualPlacesEach]));
}

/** Offers places on a team that is being formed. Whoever is named has a place by that anyway. */
export async function offerPlaces(
  ctx: SeatedCtx,
  team: { id: string; visibleTo: string },
  offered: Readonly<Record<string, number>>,
): Promise<void> {
  const rows = Object.entries(offered).filter(([, places]) => places > 0);
  if (rows.length === 0) return;
  await ctx.db
    .insertInto('teamPlace')
    .values(
      rows.map(([organizationId, places]) => ({
        partnershipId: ctx.actor.partnership.id,
        teamId: team.id,
        organizationId,
        visibleTo: team.visibleTo,
        places,
        chairs: 0,
      })),
    )
    .execute();
}

/** Whether the organization of this seat has a place for it in this role; nobody else takes it until the transaction ends. */
export async function isPlaceFree(
  ctx: SeatedCtx,
  place: { teamId: string; seatId: string; role: string },
): Promise<boolean> {
  const { rows } = await sql<{ free: boolean | null }>`
    select team_place_is_free(${place.teamId}::uuid, ${place.seatId}::uuid, ${place.role}) as free
  `.execute(ctx.db);
  return rows[0]?.free ?? false;
}

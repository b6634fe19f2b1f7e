import { allow, notFound, type SeatedCtx } from '../../partnership/access/server.ts';
import { audit } from '../../partnership/audit/server.ts';
import { localDay } from './local-day.ts';
import { readTeam, readTeamSeats, takeOffTeam } from './team.store.ts';
import { mayLeave } from './team.ts';

/**
 * Takes a seat off a team: one's own, or one of one's own organization. Nobody is forced to stay and
 * nobody else sends them away; the place stays the organization's, empty until it names somebody.
 */
export async function withdrawFromTeam(
  ctx: SeatedCtx,
  input: { teamId: string; seatId: string },
): Promise<void> {
  const team = await readTeam(ctx, input.teamId);
  const members = await readTeamSeats(ctx, team.id);
  const seat = members.find(({ id }) => id === input.seatId);
  if (!seat) throw notFound();
  allow(mayLeave(ctx.actor, team, members, seat));
  await takeOffTeam(ctx, team.id, { seatId: seat.id, leftOn: localDay(ctx) });
  await audit(ctx, 'team.left', {
    visibleTo: team.visibleTo,
    recordId: team.id,
    details: { seat: seat.id, title: seat.title },
  });
}

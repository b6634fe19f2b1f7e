import { allow, notFound, type SeatedCtx } from '../../partnership/access/server.ts';
import { audit } from '../../partnership/audit/server.ts';
import { InputProblem } from '../../platform/input-problem.ts';
import { localDay } from './local-day.ts';
import { readTeam, readTeamSeats, takeOffTeam } from './team.store.ts';
import { isReadyToWork, mayNameOwnSeats } from './team.ts';

/**
 * Takes a seat of one's own organization off a team. A team at work keeps co-chairs from two sides:
 * name the next one first.
 */
export async function withdrawFromTeam(
  ctx: SeatedCtx,
  input: { teamId: string; seatId: string },
): Promise<void> {
  const team = await readTeam(ctx, input.teamId);
  const members = await readTeamSeats(ctx, team.id);
  const seat = members.find(({ id }) => id === input.seatId);
  if (!seat) throw notFound();
  const own = seat.organizationId === ctx.actor.seat.organizationId;
  allow(own && mayNameOwnSeats(ctx.actor, team, members));
  const remaining = members.filter(({ id }) => id !== seat.id);
  if (team.state === 'working' && !isReadyToWork(remaining)) {
    throw new InputProblem({ form: 'team.needs-chairs' });
  }
  await takeOffTeam(ctx, team.id, { seatId: seat.id, leftOn: localDay(ctx) });
  await audit(ctx, 'team.left', {
    visibleTo: team.visibleTo,
    recordId: team.id,
    details: { seat: seat.id, title: seat.title },
  });
}

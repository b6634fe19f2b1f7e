import { allow, type SeatedCtx } from '../../partnership/access/server.ts';
import { audit } from '../../partnership/audit/server.ts';
import { seatsById } from '../../partnership/seat/server.ts';
import { InputProblem } from '../../platform/input-problem.ts';
import { localDay } from './local-day.ts';
import { isPlaceFree, readPlaces } from './place.store.ts';
import { startWorkingWhenReady } from './start-working-when-ready.ts';
import { putOnTeam, readTeam, readTeamSeats } from './team.store.ts';
import { mayNameFirstChairs, mayNameOwnSeats, type TeamRole } from './team.ts';

/**
 * Names a seat to a team: one's own organization's, to a place that it has, or a first co-chair while
 * the team forms.
 */
export async function nameToTeam(
  ctx: SeatedCtx,
  input: { teamId: string; seatId: string; role: TeamRole },
): Promise<void> {
  const team = await readTeam(ctx, input.teamId);
  const members = await readTeamSeats(ctx, team.id);
  const seat = (await seatsById(ctx, [input.seatId])).get(input.seatId);
  if (!seat) throw new InputProblem({ seatId: 'choose-one' });
  const own = seat.organizationId === ctx.actor.seat.organizationId;
  allow(
    (own && mayNameOwnSeats(ctx.actor, team, members)) ||
      (input.role === 'co-chair' && mayNameFirstChairs(ctx.actor, team)),
  );
  if (members.some(({ id }) => id === seat.id)) throw new InputProblem({ seatId: 'team.seated' });
  if (team.state === 'forming') {
    const first = input.role === 'co-chair' && mayNameFirstChairs(ctx.actor, team);
    if (!first && !(await isOffered(ctx, team.id)))
      throw new InputProblem({ form: 'team.not-asked' });
  } else if (!(await isPlaceFree(ctx, { teamId: team.id, seatId: seat.id, role: input.role }))) {
    throw new InputProblem({
      form: input.role === 'co-chair' ? 'team.no-chair-place' : 'team.no-place',
    });
  }
  await putOnTeam(ctx, team, { seatId: seat.id, role: input.role, joinedOn: localDay(ctx) });
  await audit(ctx, 'team.joined', {
    visibleTo: team.visibleTo,
    recordId: team.id,
    details: { seat: seat.id, title: seat.title, role: input.role },
  });
  await startWorkingWhenReady(ctx, team.id);
}

/** A team that forms has offered the acting organization places, or somebody of it sits there already. */
async function isOffered(ctx: SeatedCtx, teamId: string): Promise<boolean> {
  const places = await readPlaces(ctx, teamId);
  return places.some(({ organizationId }) => organizationId === ctx.actor.seat.organizationId);
}

import { bodyOf, sortOf } from '../../partnership/access/index.ts';
import type { Ctx } from '../../partnership/access/server.ts';
import type { SeatShown } from '../../partnership/seat/index.ts';
import { readSeats } from '../../partnership/seat/server.ts';
import { readTeamSeats } from '../team/server.ts';
import { possibleOwners } from './action.ts';

/** Who could own an action of this visibility: seats whose holders can read it. */
export async function readPossibleOwners(
  ctx: Ctx,
  visibleTo: string,
): Promise<readonly SeatShown[]> {
  const teamId = sortOf(visibleTo) === 'team' ? bodyOf(visibleTo) : null;
  const members = teamId ? await readTeamSeats(ctx, teamId) : [];
  const seats = teamId ? [] : await readSeats(ctx);
  return possibleOwners(visibleTo, seats, members, ctx.actor.seat?.personId ?? null);
}

import { allow, type SeatedCtx } from '../../partnership/access/server.ts';
import { audit } from '../../partnership/audit/server.ts';
import { insertRecord, linkRecords, readHead } from '../../partnership/record/server.ts';
import type { SeatShown } from '../../partnership/seat/index.ts';
import { seatsById } from '../../partnership/seat/server.ts';
import { InputProblem } from '../../platform/input-problem.ts';
import { localDay } from './local-day.ts';
import { offerPlaces, usualPlaces } from './place.store.ts';
import { startWorkingWhenReady } from './start-working-when-ready.ts';
import { insertTeam, putOnTeam, readTeam, readTeamSeats } from './team.store.ts';
import { type Charter, mayFormTeam, type TeamSort } from './team.ts';

/** Forms a team and names its first co-chairs. It works at once if they come from two sides. */
export async function formTeam(
  ctx: SeatedCtx,
  input: Charter & {
    sort: TeamSort;
    visibleTo: 'public' | 'partnership';
    parentTeamId?: string | undefined;
    goalId?: string | undefined;
    coChairSeatIds: readonly string[];
    /** How many places each organization is offered; two each when nobody says otherwise. */
    places?: Readonly<Record<string, number>> | undefined;
  },
): Promise<string> {
  const { parentTeamId = null, goalId, coChairSeatIds, places, ...described } = input;
  const { sort, visibleTo, title, ...charter } = described;
  const parent = parentTeamId ? await readTeam(ctx, parentTeamId) : null;
  allow(mayFormTeam(ctx.actor, parent ? await readTeamSeats(ctx, parent.id) : []));
  if (parent?.state === 'ended') throw new InputProblem({ parentTeamId: 'team.parent-ended' });
  const today = localDay(ctx);
  if (charter.sunsetOn && charter.sunsetOn <= today) {
    throw new InputProblem({ sunsetOn: 'team.sunset-past' });
  }
  const chairs = await seatsById(ctx, coChairSeatIds);
  if (chairs.size === 0 || chairs.size < new Set(coChairSeatIds).size) {
    throw new InputProblem({ coChairs: 'team.no-chair' });
  }
  if (charter.creationAuthority === 'board-itself' && !fromOneBoard([...chairs.values()])) {
    throw new InputProblem({ coChairs: 'team.board-alone' });
  }
  const id = await insertRecord(ctx, { kind: 'team', title, state: 'forming', visibleTo });
  await insertTeam(ctx, { id, visibleTo, sort, parentTeamId, ...charter });
  await offerPlaces(ctx, { id, visibleTo }, places ?? (await usualPlaces(ctx)));
  for (const seatId of chairs.keys()) {
    await putOnTeam(ctx, { id, visibleTo }, { seatId, role: 'co-chair', joinedOn: today });
  }
  if (goalId) await linkRecords(ctx, (await readHead(ctx, 'goal', goalId)).id, id);
  await audit(ctx, 'team.formed', { visibleTo, recordId: id, details: { title, sort } });
  await startWorkingWhenReady(ctx, id);
  return id;
}

/** The board itself is chaired by its own members. */
function fromOneBoard(chairs: readonly SeatShown[]): boolean {
  const organizations = new Set(chairs.map(({ organizationId }) => organizationId));
  return organizations.size === 1 && chairs.every(({ constituency }) => constituency === 'board');
}

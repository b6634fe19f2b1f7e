import type { SeatedCtx } from '../../partnership/access/server.ts';
import { isCovered } from '../../partnership/jurisdiction/index.ts';
import { readRules } from '../../partnership/jurisdiction/server.ts';
import { InputProblem } from '../../platform/input-problem.ts';
import { readVotePlace } from '../meeting/server.ts';
import type { Team } from '../team/index.ts';

/**
 * The meeting at which a body that meets in the open votes now: announced with the question on its
 * agenda, and being held. Null for other teams, which vote when they like. Refuses where there is none.
 */
export async function holdAtMeeting(
  ctx: SeatedCtx,
  decision: { id: string; teamId: string },
  team: Pick<Team, 'creationAuthority'>,
): Promise<{ id: string; votesUntil: Date } | null> {
  if (!isCovered(await readRules(ctx), team.creationAuthority)) return null;
  const { now } = await readVotePlace(ctx, decision);
  if (!now) throw new InputProblem({ form: 'decision.at-meetings' });
  return now;
}

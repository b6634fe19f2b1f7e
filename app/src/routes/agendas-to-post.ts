import { mayCallMeetings } from '../act/meeting/index.ts';
import { noticeClock, ownTeamIds, readMeetingsToAnnounce } from '../act/meeting/server.ts';
import { readSeatsOfTeams, readTeams } from '../act/team/server.ts';
import type { SeatedCtx } from '../partnership/access/server.ts';
import { isCovered } from '../partnership/jurisdiction/index.ts';
import { readRules } from '../partnership/jurisdiction/server.ts';

const aheadMs = 14 * 86_400_000;

/** The meetings in the open, soon, whose agenda the acting seat can post. Nothing is asked of others. */
export async function agendasToPost(ctx: SeatedCtx) {
  const rules = await readRules(ctx);
  const own = new Set(ownTeamIds(ctx));
  const covered = (await readTeams(ctx)).filter(
    (team) => own.has(team.id) && isCovered(rules, team.creationAuthority),
  );
  const seats = await readSeatsOfTeams(
    ctx,
    covered.map(({ id }) => id),
  );
  const callable = covered.filter((team) =>
    mayCallMeetings(ctx.actor, team, seats.get(team.id) ?? []),
  );
  const until = new Date(ctx.clock.now().getTime() + aheadMs);
  const meetings = await readMeetingsToAnnounce(
    ctx,
    callable.map(({ id }) => id),
    until,
  );
  return meetings.map(({ id, title, startsAt }) => ({
    id,
    title,
    due: noticeClock(ctx, rules, startsAt).regularDue,
  }));
}

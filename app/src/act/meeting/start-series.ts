import { allow, type SeatedCtx } from '../../partnership/access/server.ts';
import { audit } from '../../partnership/audit/server.ts';
import { readTeam, readTeamSeats } from '../team/server.ts';
import { checkNotice } from './check-notice.ts';
import { momentAt } from './local-time.ts';
import { mayCallMeetings } from './meeting.ts';
import { planAhead } from './plan-ahead.ts';
import { audienceOf, type MeetingPlan } from './plan-meeting.ts';
import { insertSeries } from './series.store.ts';

/** Starts a standing meeting and plans its first ones. */
export async function startSeries(
  ctx: SeatedCtx,
  input: MeetingPlan & { everyWeeks: number },
): Promise<string> {
  const team = await readTeam(ctx, input.teamId);
  allow(mayCallMeetings(ctx.actor, team, await readTeamSeats(ctx, team.id)));
  const startsAt = momentAt(ctx.actor.partnership.timeZone, input.day, input.time);
  await checkNotice(ctx, team, startsAt);
  const visibleTo = audienceOf(input);
  const id = await insertSeries(ctx, {
    visibleTo,
    teamId: team.id,
    title: input.title,
    everyWeeks: input.everyWeeks,
    startsAt,
    durationMinutes: input.durationMinutes,
    place: input.place,
    quorumEachSide: input.quorumEachSide,
  });
  await audit(ctx, 'meeting.series-started', {
    visibleTo,
    recordId: team.id,
    details: { series: id, title: input.title, everyWeeks: input.everyWeeks },
  });
  await planAhead(ctx, id);
  return id;
}

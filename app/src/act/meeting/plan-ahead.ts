import type { SeatedCtx } from '../../partnership/access/server.ts';
import { audit } from '../../partnership/audit/server.ts';
import { insertRecord } from '../../partnership/record/server.ts';
import { occurrence } from './local-time.ts';
import { insertMeeting } from './meeting.store.ts';
import { meetingTitle } from './meeting-title.ts';
import { countPlanned, lockSeries } from './series.store.ts';

const wantedAhead = 6;
/** A series that begins far in the past is caught up with in steps. */
const mostAtOnce = 60;

/** Plans the next meetings of a series, until six lie ahead. Returns how many it planned. */
export async function planAhead(ctx: SeatedCtx, seriesId: string): Promise<number> {
  const series = await lockSeries(ctx, seriesId);
  if (series.endedAt) return 0;
  const { timeZone } = ctx.actor.partnership;
  const now = ctx.clock.now();
  const counted = await countPlanned(ctx, seriesId);
  let { planned, ahead } = counted;
  while (ahead < wantedAhead && planned - counted.planned < mostAtOnce) {
    const startsAt = occurrence(timeZone, series, planned);
    const { visibleTo, teamId, durationMinutes, place, quorumEachSide } = series;
    const title = meetingTitle(ctx, series.title, startsAt);
    const id = await insertRecord(ctx, { kind: 'meeting', title, state: 'planned', visibleTo });
    await insertMeeting(ctx, {
      id,
      visibleTo,
      teamId,
      seriesId,
      startsAt,
      durationMinutes,
      place,
      quorumEachSide,
    });
    planned += 1;
    if (startsAt > now) ahead += 1;
  }
  const added = planned - counted.planned;
  if (added > 0) {
    await audit(ctx, 'meeting.series-planned', {
      visibleTo: series.visibleTo,
      recordId: series.teamId,
      details: { series: seriesId, meetings: added },
    });
  }
  return added;
}

import { allow, type SeatedCtx } from '../../partnership/access/server.ts';
import { audit } from '../../partnership/audit/server.ts';
import { readTeam, readTeamSeats } from '../team/server.ts';
import { mayCallMeetings } from './meeting.ts';
import { endSeriesNow, lockSeries } from './series.store.ts';

/** Plans no more meetings of a series. Those planned already stay, each to be held or marked. */
export async function endSeries(ctx: SeatedCtx, seriesId: string): Promise<{ teamId: string }> {
  const series = await lockSeries(ctx, seriesId);
  const team = await readTeam(ctx, series.teamId);
  allow(mayCallMeetings(ctx.actor, team, await readTeamSeats(ctx, team.id)));
  await endSeriesNow(ctx, seriesId);
  await audit(ctx, 'meeting.series-ended', {
    visibleTo: series.visibleTo,
    recordId: team.id,
    details: { series: seriesId, title: series.title },
  });
  return { teamId: team.id };
}

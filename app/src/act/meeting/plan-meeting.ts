import { allow, type SeatedCtx } from '../../partnership/access/server.ts';
import { audit } from '../../partnership/audit/server.ts';
import { insertRecord } from '../../partnership/record/server.ts';
import { readTeam, readTeamSeats } from '../team/server.ts';
import { checkNotice, type NoticeWanted } from './check-notice.ts';
import { gatherCarried } from './gather-carried.ts';
import { momentAt } from './local-time.ts';
import { insertMeeting, readMeeting } from './meeting.store.ts';
import { mayCallMeetings } from './meeting.ts';
import { meetingTitle } from './meeting-title.ts';

export interface MeetingPlan {
  teamId: string;
  title: string;
  /** Where the partnership is: `YYYY-MM-DD` and `HH:MM`. */
  day: string;
  time: string;
  durationMinutes: number;
  place: string;
  quorumEachSide: number;
  audience: 'team' | 'partnership';
  /** For a body that meets in the open, where the usual notice would be too late. */
  notice?: NoticeWanted | undefined;
}

/** Plans one meeting; one that took place already may be noted too. */
export async function planMeeting(ctx: SeatedCtx, input: MeetingPlan): Promise<string> {
  const team = await readTeam(ctx, input.teamId);
  allow(mayCallMeetings(ctx.actor, team, await readTeamSeats(ctx, team.id)));
  const startsAt = momentAt(ctx.actor.partnership.timeZone, input.day, input.time);
  const notice = await checkNotice(ctx, team, startsAt, input.notice);
  const visibleTo = audienceOf(input);
  const title = meetingTitle(ctx, input.title, startsAt);
  const id = await insertRecord(ctx, { kind: 'meeting', title, state: 'planned', visibleTo });
  await insertMeeting(ctx, {
    id,
    visibleTo,
    teamId: team.id,
    seriesId: null,
    startsAt,
    durationMinutes: input.durationMinutes,
    place: input.place,
    quorumEachSide: input.quorumEachSide,
    noticeSort: notice.sort,
    noticeReason: notice.reason,
  });
  await audit(ctx, 'meeting.planned', { visibleTo, recordId: id, details: { title } });
  await gatherCarried(ctx, await readMeeting(ctx, id));
  return id;
}

export function audienceOf({ audience, teamId }: Pick<MeetingPlan, 'audience' | 'teamId'>): string {
  return audience === 'team' ? `team:${teamId}` : audience;
}

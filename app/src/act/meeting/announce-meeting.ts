import { allow, type SeatedCtx } from '../../partnership/access/server.ts';
import { audit } from '../../partnership/audit/server.ts';
import { isCovered, type MeetingSort } from '../../partnership/jurisdiction/index.ts';
import { readRules } from '../../partnership/jurisdiction/server.ts';
import { InputProblem } from '../../platform/input-problem.ts';
import { readTeam, readTeamSeats } from '../team/server.ts';
import { readAgenda } from './agenda.store.ts';
import { gatherCarried } from './gather-carried.ts';
import { lockMeeting, updateMeeting } from './meeting.store.ts';
import { mayCallMeetings } from './meeting.ts';
import { insertNotice, readNotice } from './notice.store.ts';
import { noticeClock } from './notice-clock.ts';
import { noticeDue } from './notice-due.ts';

/** Makes title, time, place and agenda of a meeting public. From here on the agenda stays as it is. */
export async function announceMeeting(
  ctx: SeatedCtx,
  input: { meetingId: string; sort: MeetingSort; reason: string },
): Promise<void> {
  const meeting = await lockMeeting(ctx, input.meetingId);
  const team = await readTeam(ctx, meeting.teamId);
  allow(mayCallMeetings(ctx.actor, team, await readTeamSeats(ctx, team.id)));
  const rules = await readRules(ctx);
  const { sort, reason } = input;
  if (!isCovered(rules, team.creationAuthority) || meeting.state !== 'planned') {
    throw new InputProblem({ form: 'meeting.no-notice' });
  }
  if (await readNotice(ctx, meeting.id)) throw new InputProblem({ form: 'meeting.announced' });
  const ends = meeting.startsAt.getTime() + meeting.durationMinutes * 60_000;
  if (ctx.clock.now().getTime() > ends) throw new InputProblem({ form: 'meeting.over' });
  if (!noticeClock(ctx, rules, meeting.startsAt).open.includes(sort)) {
    throw new InputProblem({ noticeSort: `meeting.notice-late:${rules.notice[sort]}` });
  }
  if (sort !== 'regular' && !reason) {
    throw new InputProblem({ noticeReason: 'meeting.reason-needed' });
  }
  await gatherCarried(ctx, meeting);
  if ((await readAgenda(ctx, meeting.id)).length === 0) {
    throw new InputProblem({ form: 'meeting.empty-agenda' });
  }
  await updateMeeting(ctx, meeting.id, {
    noticeSort: sort,
    noticeReason: sort === 'regular' ? '' : reason,
  });
  const { timeZone } = ctx.actor.partnership;
  const dueAt = noticeDue(timeZone, meeting.startsAt, sort, rules.notice);
  await insertNotice(ctx, { id: meeting.id, teamId: team.id, dueAt });
  await audit(ctx, 'meeting.announced', {
    visibleTo: meeting.visibleTo,
    recordId: meeting.id,
    details: { sort, ...(sort === 'regular' ? {} : { reason }) },
  });
}

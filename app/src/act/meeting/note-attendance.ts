import { allow, type SeatedCtx } from '../../partnership/access/server.ts';
import { audit } from '../../partnership/audit/server.ts';
import { InputProblem } from '../../platform/input-problem.ts';
import { readTeamSeats } from '../team/server.ts';
import { upsertAttendance } from './attendance.store.ts';
import { dayHasCome } from './day-has-come.ts';
import { markHeld } from './mark-held.ts';
import { lockMeeting } from './meeting.store.ts';
import { mayKeepMinutes, type Presence } from './meeting.ts';

/** Notes who is at the meeting, seat by seat. Seats that are not on the team are left out. */
export async function noteAttendance(
  ctx: SeatedCtx,
  input: { meetingId: string; presences: Readonly<Record<string, Presence>> },
): Promise<void> {
  const meeting = await lockMeeting(ctx, input.meetingId);
  allow(mayKeepMinutes(ctx.actor, meeting, dayHasCome(ctx, meeting)));
  const members = await readTeamSeats(ctx, meeting.teamId);
  const rows = members.flatMap(({ id: seatId }) => {
    const presence = input.presences[seatId];
    return presence ? [{ seatId, presence }] : [];
  });
  if (rows.length === 0) throw new InputProblem({ form: 'meeting.no-presence' });
  await upsertAttendance(ctx, meeting, rows);
  await markHeld(ctx, meeting);
  await audit(ctx, 'meeting.attendance-noted', {
    visibleTo: meeting.visibleTo,
    recordId: meeting.id,
  });
}

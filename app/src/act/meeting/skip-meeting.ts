import { allow, type SeatedCtx } from '../../partnership/access/server.ts';
import { audit } from '../../partnership/audit/server.ts';
import { setState } from '../../partnership/record/server.ts';
import { readTeamSeats } from '../team/server.ts';
import { carryForward } from './carry-forward.ts';
import { lockMeeting, updateMeeting } from './meeting.store.ts';
import { maySkip } from './meeting.ts';

/** Marks a meeting that does not, or did not, take place. Its agenda moves on to the next one. */
export async function skipMeeting(
  ctx: SeatedCtx,
  input: { meetingId: string; reason: string },
): Promise<void> {
  const meeting = await lockMeeting(ctx, input.meetingId);
  allow(maySkip(ctx.actor, meeting, await readTeamSeats(ctx, meeting.teamId)));
  await updateMeeting(ctx, meeting.id, { skippedBecause: input.reason });
  await setState(ctx, meeting, 'skipped');
  await carryForward(ctx, meeting);
  await audit(ctx, 'meeting.skipped', { visibleTo: meeting.visibleTo, recordId: meeting.id });
}

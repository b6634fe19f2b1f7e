import { allow, type SeatedCtx } from '../../partnership/access/server.ts';
import { audit } from '../../partnership/audit/server.ts';
import { setState } from '../../partnership/record/server.ts';
import { lockMeeting, updateMeeting } from './meeting.store.ts';
import { mayTakeBackMinutes } from './meeting.ts';

/** Opens offered minutes for a correction. Everyone approves anew when they are offered again. */
export async function takeBackMinutes(ctx: SeatedCtx, meetingId: string): Promise<void> {
  const meeting = await lockMeeting(ctx, meetingId);
  allow(mayTakeBackMinutes(ctx.actor, meeting));
  await updateMeeting(ctx, meeting.id, { minutesReadyAt: null });
  await setState(ctx, meeting, 'held');
  await audit(ctx, 'meeting.minutes-taken-back', {
    visibleTo: meeting.visibleTo,
    recordId: meeting.id,
    details: { version: meeting.minutesVersion },
  });
}

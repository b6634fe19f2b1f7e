import type { SeatedCtx } from '../../partnership/access/server.ts';
import { audit } from '../../partnership/audit/server.ts';
import { setState } from '../../partnership/record/server.ts';
import { InputProblem } from '../../platform/input-problem.ts';
import { carryForward } from './carry-forward.ts';
import { updateMeeting } from './meeting.store.ts';
import { type MinutesInput, writeMinutes } from './write-minutes.ts';

/** Offers the minutes to every organization that chairs the team; what is unfinished moves on. */
export async function offerMinutes(ctx: SeatedCtx, input: MinutesInput): Promise<void> {
  if (!input.minutes.trim()) throw new InputProblem({ minutes: 'meeting.no-minutes' });
  const meeting = await writeMinutes(ctx, input);
  await carryForward(ctx, meeting);
  await updateMeeting(ctx, meeting.id, {
    minutesVersion: meeting.minutesVersion + 1,
    minutesReadyAt: ctx.clock.now(),
  });
  await setState(ctx, meeting, 'minutes-offered');
  await audit(ctx, 'meeting.minutes-offered', {
    visibleTo: meeting.visibleTo,
    recordId: meeting.id,
    details: { version: meeting.minutesVersion + 1 },
  });
}

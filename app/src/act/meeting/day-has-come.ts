import type { SeatedCtx } from '../../partnership/access/server.ts';
import { dayIn, localDay } from '../team/server.ts';
import type { Meeting } from './meeting.ts';

/** Whether it is the day of the meeting, or later, where the partnership is. */
export function dayHasCome(
  ctx: Pick<SeatedCtx, 'actor' | 'clock'>,
  meeting: Pick<Meeting, 'startsAt'>,
): boolean {
  return dayIn(ctx.actor.partnership.timeZone, meeting.startsAt) <= localDay(ctx);
}

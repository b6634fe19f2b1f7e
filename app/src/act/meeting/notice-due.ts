import {
  isBusinessDay,
  type MeetingSort,
  type NoticeHours,
} from '../../partnership/jurisdiction/index.ts';
import { dayIn } from '../team/server.ts';
import { momentAt } from './local-time.ts';

const hourMs = 3_600_000;

/**
 * The last moment at which the agenda of a meeting is public in time. Where weekends and holidays do
 * not count, their hours are skipped on the clocks of the partnership.
 */
export function noticeDue(
  timeZone: string,
  startsAt: Date,
  sort: MeetingSort,
  notice: NoticeHours,
): Date {
  let left = notice[sort] * hourMs;
  if (notice.skips === 'nothing') return new Date(startsAt.getTime() - left);
  let end = startsAt.getTime();
  while (left > 0) {
    const day = dayIn(timeZone, new Date(end - 1));
    const begins = momentAt(timeZone, day, '00:00').getTime();
    if (isBusinessDay(day)) {
      if (end - begins >= left) return new Date(end - left);
      left -= end - begins;
    }
    end = begins;
  }
  return new Date(end);
}

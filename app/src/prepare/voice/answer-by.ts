import { addDays, weekdayOf } from '../../platform/calendar-day.ts';

/** The usual promise: five school days. */
export const usualAnswerDays = 5;
export const mostAnswerDays = 60;

/** The day after so many school days: Monday to Friday, counted from the next day on. */
export function answerBy(today: string, schoolDays: number): string {
  let day = today;
  for (let left = schoolDays; left > 0; ) {
    day = addDays(day, 1);
    if (weekdayOf(day) !== 0 && weekdayOf(day) !== 6) left -= 1;
  }
  return day;
}

const dayMs = 86_400_000;
const iso = (time: number) => new Date(time).toISOString().slice(0, 10);

/** The n-th weekday of a month (0 is Sunday); the last one for n = -1. */
function nthWeekday(year: number, month: number, weekday: number, n: number): string {
  if (n === -1) {
    const last = Date.UTC(year, month, 0);
    return iso(last - ((new Date(last).getUTCDay() - weekday + 7) % 7) * dayMs);
  }
  const first = Date.UTC(year, month - 1, 1);
  return iso(first + (((weekday - new Date(first).getUTCDay() + 7) % 7) + (n - 1) * 7) * dayMs);
}

/** A day of the calendar; the Monday after when it is a Sunday. */
function fixed(year: number, month: number, day: number): string {
  const time = Date.UTC(year, month - 1, day);
  return iso(new Date(time).getUTCDay() === 0 ? time + dayMs : time);
}

/**
 * The legal holidays of a year as Massachusetts counts them: those of the whole country and Patriots'
 * Day (M.G.L. c. 4, § 7, clause 18). `YYYY-MM-DD`.
 */
export function legalHolidays(year: number): ReadonlySet<string> {
  return new Set([
    fixed(year, 1, 1),
    nthWeekday(year, 1, 1, 3),
    nthWeekday(year, 2, 1, 3),
    nthWeekday(year, 4, 1, 3),
    nthWeekday(year, 5, 1, -1),
    fixed(year, 6, 19),
    fixed(year, 7, 4),
    nthWeekday(year, 9, 1, 1),
    nthWeekday(year, 10, 1, 2),
    fixed(year, 11, 11),
    nthWeekday(year, 11, 4, 4),
    fixed(year, 12, 25),
  ]);
}

const years = new Map<number, ReadonlySet<string>>();

/** Whether a day is one on which the hours of a notice are counted. */
export function isBusinessDay(day: string): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  if (weekday === 0 || weekday === 6) return false;
  const year = Number(day.slice(0, 4));
  const holidays = years.get(year) ?? legalHolidays(year);
  years.set(year, holidays);
  return !holidays.has(day);
}

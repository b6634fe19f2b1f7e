import { dayIn } from '../team/server.ts';

const dayMs = 86_400_000;
const formats = new Map<string, Intl.DateTimeFormat>();

/** What the clocks of a time zone show at a moment, as if they were in UTC. */
export function wallClock(timeZone: string, moment: Date): Date {
  let format = formats.get(timeZone);
  if (!format) {
    const two = '2-digit';
    format = new Intl.DateTimeFormat('sv-SE', {
      timeZone,
      year: 'numeric',
      month: two,
      day: two,
      hour: two,
      minute: two,
      second: two,
    });
    formats.set(timeZone, format);
  }
  return new Date(`${format.format(moment).replace(' ', 'T')}Z`);
}

/** How far the clocks of a time zone are ahead of UTC, in milliseconds. */
export function offsetMs(timeZone: string, moment: Date): number {
  return wallClock(timeZone, moment).getTime() - Math.floor(moment.getTime() / 1000) * 1000;
}

/**
 * The moment at which the clocks of a time zone show this day and time. Of an hour that comes twice
 * it is the first; of an hour that summer time skips, the one after it.
 * @param day  `YYYY-MM-DD`
 * @param time  `HH:MM`
 */
export function momentAt(timeZone: string, day: string, time: string): Date {
  const wall = Date.parse(`${day}T${time}:00Z`);
  const byOffsetAround = [-dayMs, dayMs].map(
    (away) => new Date(wall - offsetMs(timeZone, new Date(wall + away))),
  );
  const shown = byOffsetAround.find((at) => wallClock(timeZone, at).getTime() === wall);
  return shown ?? byOffsetAround[0]!;
}

/** `HH:MM` on the clocks of a time zone. */
export function timeIn(timeZone: string, moment: Date): string {
  return wallClock(timeZone, moment).toISOString().slice(11, 16);
}

/**
 * The moment of the n-th meeting of a series, the first being number 0: the same weekday and the
 * same time on the clock, also across a change to or from summer time.
 */
export function occurrence(
  timeZone: string,
  series: { startsAt: Date; everyWeeks: number },
  n: number,
): Date {
  const first = Date.parse(`${dayIn(timeZone, series.startsAt)}T00:00:00Z`);
  const day = new Date(first + n * series.everyWeeks * 7 * dayMs).toISOString().slice(0, 10);
  return momentAt(timeZone, day, timeIn(timeZone, series.startsAt));
}

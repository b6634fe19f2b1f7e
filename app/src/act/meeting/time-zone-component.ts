import { offsetMs } from './local-time.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/**
 * The VTIMEZONE component of RFC 5545 for the stretch of time that a calendar covers: each change of
 * the clocks stands in it as an observance of its own.
 */
export function timeZoneComponent(timeZone: string, from: Date, until: Date): string {
  // One observance must begin before everything in the calendar.
  const start = new Date(from.getTime() - dayMs);
  const first = { at: start, before: offsetMs(timeZone, start) };
  const changes = [first, ...clockChanges(timeZone, start, until)];
  return [
    'BEGIN:VTIMEZONE',
    `TZID:${timeZone}`,
    ...changes.flatMap(({ at, before }) => observance(timeZone, at, before)),
    'END:VTIMEZONE',
  ].join('\r\n');
}

function observance(timeZone: string, at: Date, before: number): string[] {
  const after = offsetMs(timeZone, at);
  const sort = isSummerTime(timeZone, at) ? 'DAYLIGHT' : 'STANDARD';
  // An observance begins at the time that the clocks showed before the change.
  const onset = new Date(at.getTime() + before).toISOString();
  return [
    `BEGIN:${sort}`,
    `DTSTART:${onset.slice(0, 19).replace(/[-:]/g, '')}`,
    `TZOFFSETFROM:${offsetText(before)}`,
    `TZOFFSETTO:${offsetText(after)}`,
    `END:${sort}`,
  ];
}

/** The moments between two others at which the clocks change, with the offset before each. */
function clockChanges(timeZone: string, from: Date, until: Date): { at: Date; before: number }[] {
  const found: { at: Date; before: number }[] = [];
  let low = from.getTime();
  while (low < until.getTime()) {
    const high = Math.min(low + 7 * dayMs, until.getTime());
    const before = offsetMs(timeZone, new Date(low));
    if (offsetMs(timeZone, new Date(high)) !== before) {
      found.push({ at: firstWithOther(timeZone, low, high, before), before });
    }
    low = high;
  }
  return found;
}

function firstWithOther(timeZone: string, from: number, until: number, before: number): Date {
  let [low, high] = [from, until];
  while (high - low > 1000) {
    const middle = Math.floor((low + high) / 2000) * 1000;
    if (offsetMs(timeZone, new Date(middle)) === before) low = middle;
    else high = middle;
  }
  return new Date(high);
}

function isSummerTime(timeZone: string, at: Date): boolean {
  const year = at.getUTCFullYear();
  const offsets = [0, 6].map((month) => offsetMs(timeZone, new Date(Date.UTC(year, month, 1))));
  return offsetMs(timeZone, at) > Math.min(...offsets);
}

/** "-0500" */
function offsetText(ms: number): string {
  const minutes = Math.round(Math.abs(ms) / 60_000);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${ms < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}${two(minutes % 60)}`;
}

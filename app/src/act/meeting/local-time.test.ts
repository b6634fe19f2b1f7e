import { expect, test } from 'vitest';
import { momentAt, occurrence, offsetMs, timeIn } from './local-time.ts';

const zone = 'America/New_York';

test('a time on the clock is the right moment, in winter and in summer', () => {
  expect(momentAt(zone, '2026-01-15', '16:30').toISOString()).toBe('2026-01-15T21:30:00.000Z');
  expect(momentAt(zone, '2026-07-15', '16:30').toISOString()).toBe('2026-07-15T20:30:00.000Z');
  expect(momentAt('Asia/Kolkata', '2026-07-15', '09:00').toISOString()).toBe(
    '2026-07-15T03:30:00.000Z',
  );
  expect(offsetMs('America/Phoenix', new Date('2026-07-15T12:00:00Z'))).toBe(-7 * 3_600_000);
});

test('an hour that comes twice is the first, an hour that is skipped the one after it', () => {
  expect(momentAt(zone, '2026-11-01', '01:30').toISOString()).toBe('2026-11-01T05:30:00.000Z');
  expect(momentAt(zone, '2026-03-08', '02:30').toISOString()).toBe('2026-03-08T07:30:00.000Z');
});

test('a series keeps its weekday and its time on the clock across the end of summer time', () => {
  const series = { startsAt: momentAt(zone, '2026-10-20', '16:30'), everyWeeks: 1 };
  const moments = [0, 1, 2, 3].map((n) => occurrence(zone, series, n));
  expect(moments.map((moment) => moment.toISOString())).toEqual([
    '2026-10-20T20:30:00.000Z',
    '2026-10-27T20:30:00.000Z',
    '2026-11-03T21:30:00.000Z',
    '2026-11-10T21:30:00.000Z',
  ]);
  expect(new Set(moments.map((moment) => timeIn(zone, moment)))).toEqual(new Set(['16:30']));
});

test('every hour of a year goes to the clock and back', () => {
  const start = Date.parse('2026-01-01T05:00:00Z');
  for (let hour = 0; hour < 365 * 24; hour += 1) {
    const moment = new Date(start + hour * 3_600_000);
    const day = new Intl.DateTimeFormat('sv-SE', { timeZone: zone }).format(moment);
    const back = momentAt(zone, day, timeIn(zone, moment));
    // The second of two equal hours, in the night of 1 November, is the only exception.
    const second = moment.toISOString() === '2026-11-01T06:00:00.000Z' ? 3_600_000 : 0;
    expect(back.getTime()).toBe(moment.getTime() - second);
  }
});

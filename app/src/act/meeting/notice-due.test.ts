import { expect, test } from 'vitest';
import { profiles } from '../../partnership/jurisdiction/index.ts';
import { noticeDue } from './notice-due.ts';

const california = profiles.california.notice.value;
const massachusetts = profiles.massachusetts.notice.value;
const boston = 'America/New_York';
const at = (text: string) => new Date(text);

test('in California every hour counts, weekends too', () => {
  const monday = at('2026-11-23T18:00:00-08:00');
  expect(noticeDue('America/Los_Angeles', monday, 'regular', california)).toEqual(
    at('2026-11-20T18:00:00-08:00'),
  );
  expect(noticeDue('America/Los_Angeles', monday, 'special', california)).toEqual(
    at('2026-11-22T18:00:00-08:00'),
  );
});

test('in Massachusetts Saturdays, Sundays and legal holidays do not count', () => {
  const due = (starts: string) => noticeDue(boston, at(starts), 'regular', massachusetts);
  // Thursday evening: Tuesday evening.
  expect(due('2026-11-19T19:00:00-05:00')).toEqual(at('2026-11-17T19:00:00-05:00'));
  // Monday evening: Thursday evening.
  expect(due('2026-11-23T19:00:00-05:00')).toEqual(at('2026-11-19T19:00:00-05:00'));
  // Monday after Thanksgiving: 19 hours of that Monday, the whole Friday, the rest on Wednesday.
  expect(due('2026-11-30T19:00:00-05:00')).toEqual(at('2026-11-25T19:00:00-05:00'));
  // The day after Patriots' Day.
  expect(due('2027-04-20T10:00:00-04:00')).toEqual(at('2027-04-15T10:00:00-04:00'));
  // A meeting on a Sunday counts from the Friday before.
  expect(due('2026-11-22T15:00:00-05:00')).toEqual(at('2026-11-19T00:00:00-05:00'));
});

test('the hour that comes twice is counted twice', () => {
  // Clocks go back on Sunday 1 November 2026; every hour counts in California.
  expect(
    noticeDue('America/Los_Angeles', at('2026-11-02T18:00:00-08:00'), 'regular', california),
  ).toEqual(at('2026-10-30T19:00:00-07:00'));
});

test('an emergency has no hours to wait for', () => {
  const starts = at('2026-11-19T19:00:00-05:00');
  expect(noticeDue(boston, starts, 'emergency', massachusetts)).toEqual(starts);
});

import { expect, it } from 'vitest';
import { settableClock } from './clock.ts';
import { createThrottle } from './throttle.ts';

it('admits so many in any stretch of time, each key for itself', () => {
  const clock = settableClock('2026-10-01T12:00:00Z');
  const throttle = createThrottle({ most: 2, minutes: 10 });
  const admit = (key: string) => throttle.admit(key, clock.now());
  expect([admit('a'), admit('a'), admit('a'), admit('b')]).toEqual([true, true, false, true]);
  clock.advance(9 * 60_000);
  expect(admit('a')).toBe(false);
  clock.advance(60_000);
  expect([admit('a'), admit('a'), admit('a')]).toEqual([true, true, false]);
});

it('does not make people wait longer for having tried', () => {
  const clock = settableClock('2026-10-01T12:00:00Z');
  const throttle = createThrottle({ most: 1, minutes: 10 });
  expect(throttle.admit('a', clock.now())).toBe(true);
  for (let minute = 1; minute < 10; minute += 1) {
    clock.advance(60_000);
    expect(throttle.admit('a', clock.now())).toBe(false);
  }
  clock.advance(60_000);
  expect(throttle.admit('a', clock.now())).toBe(true);
});

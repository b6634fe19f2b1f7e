import { expect, test } from 'vitest';
import { settableClock } from './clock.ts';
import { seededRandom, systemRandom } from './random.ts';

const clock = settableClock('2026-09-01T08:00:00Z');

test('the same seed gives the same sequence, another seed another', () => {
  const draw = (seed: string) => {
    const random = seededRandom(seed, clock);
    return [random.uuid(), random.number(), Buffer.from(random.bytes(40)).toString('hex')];
  };
  expect(draw('a')).toEqual(draw('a'));
  expect(draw('a')).not.toEqual(draw('b'));
});

test('identifiers are version 7 and ordered by the clock', () => {
  const random = systemRandom(clock);
  const early = random.uuid();
  clock.advance(1);
  const late = random.uuid();
  expect(early).toMatch(/^[\da-f]{8}-[\da-f]{4}-7[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
  expect(Number.parseInt(early.replaceAll('-', '').slice(0, 12), 16)).toBe(
    Date.parse('2026-09-01T08:00:00Z'),
  );
  expect(early < late).toBe(true);
});

test('numbers fill [0, 1) evenly', () => {
  const random = seededRandom('even', clock);
  const counts = new Array<number>(10).fill(0);
  for (let draw = 0; draw < 10_000; draw += 1) {
    const index = Math.floor(random.number() * 10);
    counts[index] = (counts[index] ?? 0) + 1;
  }
  // Chi-squared with 9 degrees of freedom exceeds 27.9 once in a thousand.
  const distance = counts.reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0);
  expect(counts.length).toBe(10);
  expect(distance).toBeLessThan(27.9);
});

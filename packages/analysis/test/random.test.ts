import { expect, test } from 'vitest';
import { AnalysisInputError } from '../src/errors.ts';
import { seededRandom, xoshiro128StarStar } from '../src/random.ts';

test('xoshiro128** gives the published first outputs for state (1, 2, 3, 4)', () => {
  const next = xoshiro128StarStar(1, 2, 3, 4);
  const words = Array.from({ length: 4 }, () => next() * 2 ** 32);
  expect(words).toEqual([11520, 0, 5927040, 70819200]);
});

test('the same seed gives the same sequence, another seed another one', () => {
  const draw = (seed: number) => Array.from({ length: 5 }, seededRandom(seed));
  expect(draw(7)).toEqual(draw(7));
  expect(draw(7)).not.toEqual(draw(8));
  expect(draw(7)).not.toEqual(draw(7 + 2 ** 32));
});

test('numbers fill the unit interval evenly', () => {
  const next = seededRandom(1);
  const counts = new Array<number>(10).fill(0);
  for (let draw = 0; draw < 100_000; draw++) {
    const bin = Math.floor(next() * 10);
    counts[bin] = counts[bin]! + 1;
  }
  const chiSquare = counts.reduce((sum, count) => sum + (count - 10_000) ** 2 / 10_000, 0);
  expect(chiSquare).toBeLessThan(27.9);
});

test('a seed that is not an integer is refused by name', () => {
  expect(() => seededRandom(0.5)).toThrow(AnalysisInputError);
  expect(() => seededRandom(Number.NaN)).toThrow('seed');
});

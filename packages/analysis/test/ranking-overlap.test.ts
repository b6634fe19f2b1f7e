import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { jaccard, priorityOverlap } from '../src/ranking/priority-overlap.ts';
import { rankBiasedOverlap } from '../src/ranking/rank-biased-overlap.ts';
import { formatRational } from '../src/ranking/rational.ts';

const alone = (order: readonly string[]) => order.map((option) => [option]);

/** Equation 32 of Webber, Moffat and Zobel 2010, written out for rankings without ties. */
function equation32(a: readonly string[], b: readonly string[], p: number): number {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  const shared = (depth: number) =>
    long.slice(0, depth).filter((option) => short.slice(0, depth).includes(option)).length;
  const [s, l] = [short.length, long.length];
  let sum = 0;
  for (let d = 1; d <= l; d++) sum += (shared(d) / d) * p ** d;
  for (let d = s + 1; d <= l; d++) sum += ((shared(s) * (d - s)) / (s * d)) * p ** d;
  return ((1 - p) / p) * sum + ((shared(l) - shared(s)) / l + shared(s) / s) * p ** l;
}

describe('rank-biased overlap', () => {
  const order = fc.shuffledSubarray([...'abcdefgh'], { minLength: 1 });
  const persistence = fc.double({ min: 0.05, max: 0.95, noNaN: true });

  test('is the sum that the paper defines, for rankings of any lengths', () => {
    fc.assert(
      fc.property(order, order, persistence, (a, b, p) => {
        expect(rankBiasedOverlap(alone(a), alone(b), p)).toBeCloseTo(equation32(a, b, p), 12);
      }),
    );
  });

  test('is symmetric, 1 for the same ranking, 0 for nothing in common', () => {
    fc.assert(
      fc.property(order, order, persistence, (a, b, p) => {
        const overlap = rankBiasedOverlap(alone(a), alone(b), p)!;
        expect(rankBiasedOverlap(alone(b), alone(a), p)).toBeCloseTo(overlap, 12);
        expect(overlap).toBeGreaterThanOrEqual(0);
        expect(overlap).toBeLessThanOrEqual(1 + 1e-12);
        expect(rankBiasedOverlap(alone(a), alone(a), p)).toBeCloseTo(1, 12);
        const others = a.map((option) => option.toUpperCase());
        expect(rankBiasedOverlap(alone(a), alone(others), p)).toBe(0);
      }),
    );
  });

  test('tied options count at their place together', () => {
    // Depth 1: {a, b} and {a} share 1 of 3 places, doubled 2/3; depth 2: {a, b} both, 1.
    expect(rankBiasedOverlap([['a', 'b']], [['a'], ['b']], 0.5)).toBeCloseTo(
      0.5 * (2 / 3 + 0.5) + 0.25,
      12,
    );
  });

  test('an empty ranking has no overlap, a persistence of 1 is refused', () => {
    expect(rankBiasedOverlap([], [['a']])).toBe(null);
    expect(() => rankBiasedOverlap([['a']], [['a']], 1)).toThrow('persistence');
    expect(() => rankBiasedOverlap([['a'], ['a']], [['a']])).toThrow('twice');
  });
});

test('overlap of top priorities: who ranks what high, and what all share', () => {
  const result = priorityOverlap(
    [
      { constituency: 'families', ranking: alone(['buses', 'reading', 'garden', 'clubs']) },
      { constituency: 'educators', ranking: [['reading'], ['mentors', 'buses'], ['clubs']] },
      { constituency: 'board', ranking: alone(['mentors', 'reading', 'buses']) },
    ],
    2,
  );
  expect(result.topPriorities).toEqual([
    { constituency: 'families', options: ['buses', 'reading'] },
    { constituency: 'educators', options: ['reading', 'mentors', 'buses'] },
    { constituency: 'board', options: ['mentors', 'reading'] },
  ]);
  expect(result.sharedByAll).toEqual(['reading']);
  expect(result.options[0]).toEqual({
    option: 'reading',
    constituencies: ['families', 'educators', 'board'],
  });
  expect(result.pairs.map(({ jaccard: share }) => share && formatRational(share))).toEqual([
    '2/3',
    '1/3',
    '2/3',
  ]);
  expect(jaccard([], [])).toBe(null);
  expect(() => priorityOverlap([], 0)).toThrow('top');
});

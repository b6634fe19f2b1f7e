import fc from 'fast-check';
import { expect, test } from 'vitest';
import { codeExtremeShare } from '../src/privacy/code-extreme-share.ts';
import { codeExtremeValues } from '../src/privacy/code-extreme-values.ts';
import { guardRelease } from '../src/privacy/guard-release.ts';
import { mergeSmallGroups } from '../src/privacy/merge-small-groups.ts';
import { percentageLeak, safeDecimals } from '../src/privacy/percentage-leak.ts';

const people = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, at) => `p${from + at}`);

test('a percentage stands for exactly the counts that round to it', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 400 }),
      fc.integer({ min: 0, max: 2 }),
      fc.nat(400),
      (base, decimals, pick) => {
        const count = pick % (base + 1);
        const shown = ((100 * count) / base).toFixed(decimals);
        const { counts } = percentageLeak(base, shown, 'any');
        expect(counts).toContain(count);
        const half = 0.5 * 10 ** -decimals;
        for (const c of counts) {
          expect(Math.abs((100 * c) / base - Number(shown))).toBeLessThan(half + 1e-9);
        }
      },
    ),
    { seed: 1, numRuns: 500 },
  );
});

test('exact halves go where the rounding rule sends them', () => {
  expect(percentageLeak(8, '12').counts).toEqual([1]);
  expect(percentageLeak(8, '13').counts).toEqual([]);
  expect(percentageLeak(8, '13', 'half-up').counts).toEqual([1]);
  expect(percentageLeak(8, '12', 'half-up').counts).toEqual([]);
  expect(percentageLeak(200, '2', 'any').counts).toEqual([3, 4, 5]);
  expect(percentageLeak(17, '12.0').counts).toEqual([]);
});

test('safe decimals leave at least two counts for every percentage, one more does not', () => {
  for (const base of [5, 199, 200, 201, 350, 1999, 2001, 2500]) {
    const decimals = safeDecimals(base);
    const leaks = (places: number) =>
      Array.from({ length: base + 1 }, (_, count) => ((100 * count) / base).toFixed(places)).some(
        (shown) => percentageLeak(base, shown, 'half-up').counts.length === 1,
      );
    if (decimals >= 0) expect(leaks(decimals), `${base}`).toBe(false);
    expect(leaks(decimals + 1), `${base}`).toBe(true);
  }
});

test('shares near none and all are shown as a limit', () => {
  expect(codeExtremeShare(0, 40, 10)).toEqual({ kind: 'below', share: 0.075 });
  expect(codeExtremeShare(40, 40, 10)).toEqual({ kind: 'above', share: 0.925 });
  expect(codeExtremeShare(3, 40, 10)).toEqual({ kind: 'exact', share: 0.075 });
  expect(codeExtremeShare(3, 9, 10)).toEqual({
    insufficient: { need: 10, have: 9, what: 'people' },
  });
  expect(() => codeExtremeShare(5, 4, 10)).toThrow('count');
});

test('coded values keep the middle, and at least the tail shares each end', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 10, maxLength: 40 }),
      fc.integer({ min: 1, max: 5 }),
      (values, tail) => {
        const coded = codeExtremeValues(values, tail);
        if ('insufficient' in coded) throw new Error('enough values');
        const shared = (value: number) => coded.values.filter((v) => v === value).length;
        expect(shared(coded.top)).toBeGreaterThanOrEqual(tail);
        expect(shared(coded.bottom)).toBeGreaterThanOrEqual(tail);
        coded.values.forEach((value, at) => {
          if (values[at]! > coded.bottom && values[at]! < coded.top) expect(value).toBe(values[at]);
        });
      },
    ),
    { seed: 2 },
  );
  expect(codeExtremeValues([1, 2, 3], 2)).toMatchObject({ insufficient: { need: 4, have: 3 } });
});

test('small groups are merged until they are large enough and nobody is lost', () => {
  const groups = [
    { name: 'teachers', people: 40 },
    { name: 'nurses', people: 2 },
    { name: 'parents', people: 12 },
    { name: 'board', people: 5 },
  ];
  expect(mergeSmallGroups(groups, 10)).toEqual([
    { names: ['teachers'], people: 40 },
    { names: ['nurses', 'parents', 'board'], people: 19 },
  ]);
  fc.assert(
    fc.property(fc.array(fc.nat(15), { maxLength: 8 }), (sizes) => {
      const merged = mergeSmallGroups(
        sizes.map((size, at) => ({ name: `g${at}`, people: size })),
        6,
      );
      const total = sizes.reduce((sum, size) => sum + size, 0);
      if ('insufficient' in merged) {
        expect(total).toBeLessThan(6);
        return;
      }
      expect(merged.every((group) => group.people >= 6)).toBe(true);
      expect(merged.reduce((sum, group) => sum + group.people, 0)).toBe(total);
    }),
    { seed: 3 },
  );
});

test('a release that differs from an earlier one by few people is stopped', () => {
  const before = [{ name: 'all in May', members: people(0, 30) }];
  expect(guardRelease(before, [{ name: 'all in June', members: people(0, 31) }], 5)).toEqual({
    allowed: false,
    complete: true,
    findings: [{ kind: 'differencing', people: 1, ids: ['p30'] }],
  });
  expect(guardRelease(before, [{ name: 'all in July', members: people(0, 40) }], 5).allowed).toBe(
    true,
  );
  expect(guardRelease(before, [{ name: 'all again', members: people(0, 30) }], 5).allowed).toBe(
    true,
  );
});

test('differences of three overlapping groups are found too', () => {
  const before = [
    { name: 'whole', members: people(0, 50) },
    { name: 'north', members: people(0, 22) },
  ];
  const south = { name: 'south', members: people(24, 50) };
  expect(guardRelease(before, [south], 5).findings).toEqual([
    { kind: 'differencing', people: 2, ids: ['p22', 'p23'] },
  ]);
});

test('a swap of one person and a small group are named', () => {
  const before = [{ name: 'team', members: people(0, 20) }];
  const swapped = { name: 'team later', members: people(1, 21) };
  expect(guardRelease(before, [swapped], 5).findings).toEqual([
    { kind: 'nearly-the-same', groups: ['team', 'team later'], people: 2 },
  ]);
  expect(guardRelease([], [{ name: 'few', members: people(0, 3) }], 5).findings).toEqual([
    { kind: 'too-small', group: 'few', people: 3 },
  ]);
});

test('whether a release is allowed does not depend on ids or on the order of what was shown', () => {
  const groups = fc.array(fc.uniqueArray(fc.nat(20), { minLength: 1 }), {
    minLength: 2,
    maxLength: 5,
  });
  fc.assert(
    fc.property(groups, (members) => {
      const named = (ids: number[][], name: (id: number) => string) =>
        ids.map((group, at) => ({ name: `g${at}`, members: group.map(name) }));
      const next = [{ name: 'next', members: members.at(-1)!.map(String) }];
      const renamed = [{ name: 'next', members: members.at(-1)!.map((id) => `x${97 - id}`) }];
      const old = members.slice(0, -1);
      const a = guardRelease(named(old, String), next, 4);
      const b = guardRelease(
        named(old.toReversed(), (id) => `x${97 - id}`),
        renamed,
        4,
      );
      expect(b.allowed).toBe(a.allowed);
      expect(b.findings.length).toBe(a.findings.length);
    }),
    { seed: 7 },
  );
});

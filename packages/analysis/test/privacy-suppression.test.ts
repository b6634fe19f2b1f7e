import fc from 'fast-check';
import { expect, test } from 'vitest';
import { AnalysisInputError } from '../src/errors.ts';
import { attackTable } from '../src/privacy/attack-table.ts';
import type { Cell } from '../src/privacy/count-table.ts';
import { percentageLeak } from '../src/privacy/percentage-leak.ts';
import { type SuppressedTable, suppressTable } from '../src/privacy/suppress-table.ts';
import { linearBounds } from './privacy-simplex.ts';
import { readReferenceJson, referenceCase, reportTotal } from './reference.ts';

interface Bounds {
  readonly cell: Cell;
  readonly lower: number;
  readonly upper: number;
  readonly disclosed: boolean;
}
interface ExpectedTable {
  readonly rows: string[];
  readonly cols: string[];
  readonly k: number;
  readonly T: number[][];
  readonly primary: Cell[];
  readonly attack_if_primary_only: Bounds[];
  readonly complementary_minimum: null | {
    readonly extra_cells: Cell[];
    readonly value_lost: number;
    readonly attack_after: Bounds[];
  };
}
const expected = readReferenceJson('stats/expected/spc_suppression.json') as Record<
  string,
  unknown
>;
const names = Object.keys(expected).filter((name) => name.startsWith('suppress_'));

for (const name of names) {
  referenceCase(`privacy ${name}`, (compare) => {
    const want = expected[name] as ExpectedTable;
    const table = { rows: want.rows, columns: want.cols, counts: want.T };
    const found = solve(table, want.k);
    compare.same('primary', found.primary, want.primary);
    compareBounds('primary only', attackTable(table, want.primary), want.attack_if_primary_only);
    const minimum = want.complementary_minimum;
    if (!minimum) return;
    compare.same('complementary', sorted(found.complementary), minimum.extra_cells);
    compare.exact('value hidden', found.valueHidden, minimum.value_lost);
    compare.exact('optimal', found.optimal, true);
    compareBounds('after', found.attack, minimum.attack_after);
    compareBounds('simplex', linearBounds(found.shown), minimum.attack_after, false);

    function compareBounds(
      label: string,
      ours: readonly {
        cell: readonly number[];
        lower: number;
        upper: number;
        disclosed?: boolean;
      }[],
      theirs: readonly Bounds[],
      verdict = true,
    ) {
      compare.exact(`${label} cells`, ours.length, theirs.length);
      theirs.forEach((bounds, at) => {
        compare.same(`${label} cell`, ours[at]!.cell, bounds.cell);
        compare.close(`${label} lower`, ours[at]!.lower, bounds.lower);
        compare.close(`${label} upper`, ours[at]!.upper, bounds.upper);
        if (verdict) compare.exact(`${label} verdict`, ours[at]!.disclosed, bounds.disclosed);
      });
    }
  });
}

referenceCase('privacy percent_leak', (compare) => {
  const want = expected.percent_leak as Record<string, number> & { recoverable_counts: number[] };
  const found = percentageLeak(want.base!, String(want.shown_percent));
  compare.same('counts', found.counts, want.recoverable_counts);
  compare.exact('disclosed', found.disclosed, true);
});

reportTotal('privacy');

const tables = (largest: number) =>
  fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 })).chain(([r, c]) => {
    const count = fc.oneof(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: largest }));
    return fc
      .array(fc.array(count, { minLength: c, maxLength: c }), { minLength: r, maxLength: r })
      .map((counts) => ({
        rows: counts.map((_, at) => `r${at}`),
        columns: counts[0]!.map((_, at) => `c${at}`),
        counts,
      }));
  });

test('an attacker with linear programming recovers no small cell of random tables', () => {
  let attacked = 0;
  fc.assert(
    fc.property(tables(60), fc.integer({ min: 2, max: 12 }), (table, minimum) => {
      const found = suppressTable(table, { minimum });
      if ('insufficient' in found) return;
      for (const floor of [0, 1]) {
        const ours = floor ? found.attackKnowingZeroesAreShown : found.attack;
        linearBounds(found.shown, floor).forEach(({ cell, lower, upper }, at) => {
          attacked += 1;
          expect(ours[at]!.cell).toEqual(cell);
          expect(ours[at]!.lower).toBeCloseTo(lower, 6);
          expect(ours[at]!.upper).toBeCloseTo(upper, 6);
          const isPrimary = found.primary.some(([r, c]) => r === cell[0] && c === cell[1]);
          if (isPrimary) expect(upper - lower).toBeGreaterThan(0.5);
        });
      }
      expect(found.shown.flat().every((v) => v === null || v === 0 || v >= minimum)).toBe(true);
    }),
    { seed: 4, numRuns: 400 },
  );
  expect(attacked).toBeGreaterThan(2000);
});

test('a wanted width of protection is kept', () => {
  fc.assert(
    fc.property(tables(80), fc.integer({ min: 2, max: 8 }), (table, protection) => {
      const found = suppressTable(table, { minimum: 8, protection });
      if ('insufficient' in found) return;
      const primary = new Set(found.primary.map((cell) => cell.join()));
      for (const { cell, lower, upper } of linearBounds(found.shown, 1)) {
        if (primary.has(cell.join())) expect(upper - lower).toBeGreaterThan(protection - 0.5);
      }
    }),
    { seed: 5, numRuns: 150 },
  );
});

test('order of rows and columns does not change how much is hidden', () => {
  fc.assert(
    fc.property(tables(60), (table) => {
      const turned = {
        rows: table.columns.toReversed(),
        columns: table.rows.toReversed(),
        counts: table.columns.map((_, c) => table.counts.map((row) => row[c]!).reverse()).reverse(),
      };
      const [a, b] = [suppressTable(table, { minimum: 8 }), suppressTable(turned, { minimum: 8 })];
      if ('insufficient' in a || 'insufficient' in b) {
        expect(a).toEqual(b);
        return;
      }
      if (!a.optimal || !b.optimal) return;
      expect(a.complementary.length).toBe(b.complementary.length);
      expect(a.valueHidden).toBe(b.valueHidden);
    }),
    { seed: 6, numRuns: 100 },
  );
});

test('a large table is protected too, and says when the choice may not be the least', () => {
  const counts = Array.from({ length: 14 }, (_, r) =>
    Array.from({ length: 9 }, (_, c) => ((r * 7 + c * 13) % 23) + (r === c ? 1 : 9)),
  );
  const table = { rows: counts.map(String), columns: counts[0]!.map(String), counts };
  const started = performance.now();
  const found = solve(table, 12);
  expect(performance.now() - started).toBeLessThan(5000);
  expect(found.optimal).toBe(false);
  expect(found.warnings).toEqual(['complementary-cells-may-not-be-the-fewest']);
  for (const { lower, upper } of linearBounds(found.shown, 1)) {
    expect(upper - lower).toBeGreaterThan(0.5);
  }
});

test('too few people in all is a value, and a count that is none names its place', () => {
  const tiny = { rows: ['a'], columns: ['x', 'y'], counts: [[2, 3]] };
  expect(suppressTable(tiny, { minimum: 10 })).toEqual({
    insufficient: { need: 10, have: 5, what: 'people' },
  });
  const wrong = { ...tiny, counts: [[2, 3.5]] };
  expect(() => suppressTable(wrong, { minimum: 10 })).toThrow('a, y: 3.5 is no count of people');
  expect(() => suppressTable(tiny, { minimum: 0 })).toThrow(AnalysisInputError);
  const pair = { rows: ['a'], columns: ['x', 'y'], counts: [[1, 1]] };
  expect(
    solve(pair, 2)
      .shown.flat()
      .every((count) => count === null),
  ).toBe(true);
});

function solve(table: Parameters<typeof suppressTable>[0], minimum: number): SuppressedTable {
  const found = suppressTable(table, { minimum });
  if ('insufficient' in found) throw new Error('too few people');
  return found;
}

function sorted(cells: readonly Cell[]): Cell[] {
  return [...cells].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
}

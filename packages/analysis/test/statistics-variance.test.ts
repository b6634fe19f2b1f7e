import fc from 'fast-check';
import { expect, test } from 'vitest';
import { seededRandom } from '../src/random.ts';
import { describeNumbers } from '../src/statistics/descriptive.ts';
import { bootstrap } from '../src/statistics/resampling/bootstrap.ts';
import { permutationCorrelation } from '../src/statistics/resampling/permutation-correlation.ts';
import { permutationTest } from '../src/statistics/resampling/permutation-test.ts';
import { oneWayVariance } from '../src/statistics/variance/one-way.ts';
import { welchTest, welchVariance } from '../src/statistics/variance/welch.ts';
import {
  readReference,
  readReferenceJson,
  referenceCase,
  referenceNames,
  reportTotal,
} from './reference.ts';

for (const file of referenceNames('stats/nist', '.dat').filter((name) => name !== 'Norris.dat')) {
  referenceCase(`NIST analysis of variance ${file}`, (compare) => {
    const { groups, certified } = readNist(readReference(`stats/nist/${file}`));
    const table = known(oneWayVariance(groups));
    // From thirteen constant leading digits on, the data themselves are rounded in a double.
    const tolerance = /SmLs0[789]/.test(file) ? 2e-3 : 1e-9;
    const sources = [table.between, table.within].flatMap((source) => [
      source.df,
      source.sumOfSquares,
      source.meanSquare,
    ]);
    const have = [...sources.slice(0, 3), table.f, ...sources.slice(3)];
    compare.same('table', have, certified.table, tolerance);
    compare.close('r2', table.rSquared, certified.rSquared, tolerance);
    compare.close('residual sd', table.residualSd, certified.residualSd, tolerance);
  });
}

type Test = { x: number[]; y: number[]; welch: number[] };
const closed = readReferenceJson('stats/closed-forms.json') as {
  anova: { groups: Record<string, number[]>; ss: number[]; F: number; p: number; welch: number[] };
  ttest: Test;
};

referenceCase('means of groups', (compare) => {
  const groups = Object.values(closed.anova.groups);
  const table = known(oneWayVariance(groups));
  const squares = [table.between.sumOfSquares, table.within.sumOfSquares];
  compare.same('squares', squares, closed.anova.ss, 1e-9);
  compare.close('F', table.f, closed.anova.F);
  compare.close('p', table.p, closed.anova.p);
  const welch = known(welchVariance(groups));
  compare.same('welch', [welch.f, welch.df1, welch.df2, welch.p], closed.anova.welch, 1e-9);
  const two = known(welchTest(closed.ttest.x, closed.ttest.y));
  const have = [two.t, two.df, two.p, two.interval.low, two.interval.high];
  compare.same('t', have, closed.ttest.welch, 1e-9);
});

reportTotal('analysis of variance');

test('a permutation test agrees with the full enumeration of a small sample', () => {
  const [a, b] = [
    [1.1, 2.7, 4.2],
    [3.9, 5.5, 6.1, 7.4],
  ];
  const all = [...a, ...b];
  const gap = (chosen: number) => {
    const inside = all.filter((_, i) => (chosen >> i) & 1);
    const outside = all.filter((_, i) => !((chosen >> i) & 1));
    const mean = (values: number[]) => values.reduce((s, v) => s + v, 0) / values.length;
    return inside.length === 3 ? Math.abs(mean(inside) - mean(outside)) : null;
  };
  const gaps = Array.from({ length: 1 << 7 }, (_, i) => gap(i)).filter((g) => g !== null);
  const exact = gaps.filter((g) => g >= gap(0b111)! - 1e-9).length / gaps.length;
  const permutations = 20_000;
  const have = known(
    permutationTest(a, b, seededRandom(1), { permutations, statistic: 'difference' }),
  );
  expect(Math.abs(have.p - exact)).toBeLessThan(
    3 * Math.sqrt((exact * (1 - exact)) / permutations),
  );
});

test('the order of people and a change of unit leave a seeded permutation test as it is', () => {
  const sample = fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 3, maxLength: 8 });
  fc.assert(
    fc.property(sample, sample, (a, b) => {
      const p = (x: number[], y: number[]) =>
        known(permutationTest(x, y, seededRandom(2), { permutations: 99 })).p;
      const want = p(a, b);
      const scaled = (values: number[]) => values.map((v) => 8 * v - 16);
      expect(p(scaled(a), scaled(b))).toBe(want);
      const gaps = known(permutationTest(a, b, seededRandom(2), { permutations: 9 })).difference;
      const swapped = known(permutationTest(b, a, seededRandom(2), { permutations: 9 })).difference;
      expect(swapped).toBeCloseTo(-gaps, 9);
    }),
    { seed: 5, numRuns: 40 },
  );
});

test('false positives of tests of means are at their nominal rate, 4 against 36 values', () => {
  const random = seededRandom(33);
  const runs = 1500;
  const rejected = {
    plain: 0,
    studentized: 0,
    correlation: 0,
    variance: 0,
    welch: 0,
    spread: 0,
    stratified: 0,
  };
  const draw = (size: number, sd = 1) => Array.from({ length: size }, () => sd * normal(random));
  for (let run = 0; run < runs; run += 1) {
    const [a, b] = [draw(4), draw(36)];
    const options = { permutations: 199 } as const;
    const plain = known(permutationTest(a, b, random, { ...options, statistic: 'difference' }));
    if (plain.p <= 0.05) rejected.plain += 1;
    if (known(permutationTest(a, b, random, options)).p <= 0.05) rejected.studentized += 1;
    const related = known(permutationCorrelation(draw(12), draw(12), random, options));
    if (related.p <= 0.05) rejected.correlation += 1;
    if (known(oneWayVariance([a, b, draw(9)])).p < 0.05) rejected.variance += 1;
    if (known(welchTest(draw(10, 3), draw(30))).p < 0.05) rejected.welch += 1;
    const uneven = [draw(10, 2), draw(14), draw(40, 0.7)];
    if (known(welchVariance(uneven)).p < 0.05) rejected.spread += 1;
    const strata = [...a, ...b].map((_, i) => (i % 2 === 0 ? 'even' : 'odd'));
    const shifted = [...a, ...b].map((value, i) => value + (i % 2) * 3);
    const within = permutationTest(shifted.slice(0, 4), shifted.slice(4), random, {
      ...options,
      strata,
      statistic: 'difference',
    });
    if (known(within).p <= 0.05) rejected.stratified += 1;
  }
  const error = 3 * Math.sqrt((0.05 * 0.95) / runs);
  for (const [name, times] of Object.entries(rejected)) {
    expect([name, Math.abs(times / runs - 0.05) < error, times / runs]).toEqual([
      name,
      true,
      times / runs,
    ]);
  }
});

test('studentizing keeps the level when the small group varies more', () => {
  const random = seededRandom(14);
  const runs = 800;
  const rejected = { difference: 0, studentized: 0 };
  for (let run = 0; run < runs; run += 1) {
    const a = Array.from({ length: 12 }, () => 3 * normal(random));
    const b = Array.from({ length: 48 }, () => normal(random));
    for (const statistic of ['difference', 'studentized'] as const) {
      const { p } = known(permutationTest(a, b, random, { permutations: 199, statistic }));
      if (p <= 0.05) rejected[statistic] += 1;
    }
  }
  expect(rejected.difference / runs).toBeGreaterThan(0.15);
  expect(rejected.studentized / runs).toBeLessThan(
    0.05 + 3 * Math.sqrt((0.05 * 0.95) / runs) + 0.01,
  );
});

test('bootstrap intervals cover a skewed mean about as often as they say', () => {
  const random = seededRandom(17);
  const runs = 400;
  let covered = 0;
  for (let run = 0; run < runs; run += 1) {
    const rows = Array.from({ length: 60 }, () => -Math.log(1 - random()));
    const average = (values: readonly number[]) =>
      values.reduce((s, v) => s + v, 0) / values.length;
    const { bca } = known(bootstrap(rows, average, random, { resamples: 399 }));
    if (bca!.low <= 1 && 1 <= bca!.high) covered += 1;
  }
  // BCa is second-order accurate: with 60 skewed values it may miss by about two points.
  expect(covered / runs).toBeGreaterThan(0.93 - 3 * Math.sqrt((0.93 * 0.07) / runs));
});

test('the same seed gives the same bootstrap; clusters are drawn whole', () => {
  const rows = Array.from({ length: 24 }, (_, i) => ({ school: i % 6, value: i }));
  const spread = (each: readonly { school: number; value: number }[]) => {
    for (const { school } of each) {
      expect(each.filter((row) => row.school === school).length % 4).toBe(0);
    }
    return each.reduce((sum, row) => sum + row.value, 0) / each.length;
  };
  const run = () =>
    bootstrap(rows, spread, seededRandom(3), {
      resamples: 99,
      cluster: (row) => row.school,
    });
  const once = run();
  expect(run()).toEqual(once);
});

test('long work reports its progress and stops when asked', () => {
  const shares: number[] = [];
  const stop = new AbortController();
  const work = () =>
    permutationTest([1, 2, 3], [4, 5, 6], seededRandom(1), {
      signal: stop.signal,
      onProgress: (share) => {
        shares.push(share);
        if (share > 0.3) stop.abort(new Error('stopped'));
      },
    });
  expect(work).toThrow('stopped');
  expect(shares.length).toBeGreaterThan(20);
  expect(shares.at(-1)).toBeLessThan(0.4);
});

test('too little data is a value, a bad argument is named', () => {
  expect(oneWayVariance([[1, 2]])).toMatchObject({ insufficient: { what: 'groups' } });
  expect(oneWayVariance([[1], [2]])).toMatchObject({ insufficient: { what: 'observations' } });
  expect(permutationTest([1], [2, 3], Math.abs.bind(null, 0))).toMatchObject({
    insufficient: { need: 2, have: 1 },
  });
  expect(() => permutationTest([1, Number.NaN], [2, 3], seededRandom(1))).toThrow('a[1]');
  expect(() => bootstrap([1, 2, 3, 4, 5], () => 1, seededRandom(1), { resamples: 9 })).toThrow(
    'resamples',
  );
});

test('a column of numbers is described', () => {
  expect(describeNumbers([4, 1, 3, 2])).toEqual({
    count: 4,
    mean: 2.5,
    standardDeviation: Math.sqrt(5 / 3),
    minimum: 1,
    lowerQuartile: 1.75,
    median: 2.5,
    upperQuartile: 3.25,
    maximum: 4,
  });
  expect(describeNumbers([7])).toMatchObject({ count: 1, standardDeviation: null });
  expect(describeNumbers([])).toEqual({ insufficient: { need: 1, have: 0, what: 'values' } });
});

function readNist(text: string) {
  const lines = text.split(/\r?\n/);
  const numbersOf = (pattern: RegExp) =>
    (lines.find((line) => pattern.test(line))!.match(/-?\d+(\.\d+)?(E[+-]\d+)?/g) ?? []).map(
      Number,
    );
  const start = lines.findLastIndex((line) => line.startsWith('Data:'));
  const rows = lines.slice(start + 1).filter((line) => /^\s*[0-9]/.test(line));
  const groups = Map.groupBy(rows, (row) => row.trim().split(/\s+/)[0]!);
  return {
    groups: [...groups.values()].map((own) => own.map((row) => Number(row.trim().split(/\s+/)[1]))),
    certified: {
      table: [...numbersOf(/^Between/), ...numbersOf(/^Within/)],
      rSquared: numbersOf(/Certified R-Squared/)[0]!,
      residualSd: numbersOf(/Standard Deviation/)[0]!,
    },
  };
}

function known<T extends object>(result: T): Exclude<T, { insufficient: unknown }> {
  if ('insufficient' in result) throw new Error(JSON.stringify(result));
  return result as Exclude<T, { insufficient: unknown }>;
}

function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

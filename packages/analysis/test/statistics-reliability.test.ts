import fc from 'fast-check';
import { expect, test } from 'vitest';
import { seededRandom } from '../src/random.ts';
import { cronbachAlpha } from '../src/statistics/reliability/alpha.ts';
import {
  groupAgreement,
  groupReliability,
  itemsAgreement,
  uniformVariance,
} from '../src/statistics/reliability/group-agreement.ts';
import { intraclassCorrelations } from '../src/statistics/reliability/intraclass.ts';
import type { Comparison } from './reference.ts';
import { readReferenceJson, referenceCase, reportTotal } from './reference.ts';
import { Columns } from './statistics-columns.ts';

type Scale = {
  items: number;
  n: number;
  raw_alpha: number;
  std_alpha: number;
  average_r: number;
  alpha_if_dropped: number[];
  item_rest_r: number[];
};
const expected = (
  readReferenceJson('outcomes/expected/outcomes.json') as {
    reliability: {
      alpha_attitude: Scale;
      alpha_bfi_agreeableness_complete: Scale;
      icc_shrout_fleiss_1979: { data: number[][]; type: string[] } & Record<
        'icc' | 'F' | 'df1' | 'df2' | 'lower' | 'upper',
        number[]
      >;
      bh1996: {
        groups: number;
        n: number;
        vars: { var: string; msb: number; msw: number; F: number; icc1: number; icc2: number }[];
        rwg_cohes: {
          mean: number;
          median: number;
          first5: { rwg: number[]; gsize: number[] };
          zero_or_below: number;
        };
      };
    };
  }
).reliability;

referenceCase(
  'alpha, attitude',
  (compare) => {
    const table = new Columns('outcomes/csv/attitude.csv');
    const items = [
      'rating',
      'complaints',
      'privileges',
      'learning',
      'raises',
      'critical',
      'advance',
    ];
    compareScale(
      compare,
      items.map((name) => table.numbers(name)),
      expected.alpha_attitude,
    );
  },
  ['outcomes/csv/attitude.csv'],
);

referenceCase(
  'alpha, agreeableness',
  (compare) => {
    const table = new Columns('outcomes/csv/bfi.csv');
    const items = ['A1', 'A2', 'A3', 'A4', 'A5'].map((name) => table.numbers(name));
    items[0] = items[0]!.map((value) => 7 - value);
    compareScale(compare, items, expected.alpha_bfi_agreeableness_complete);
  },
  ['outcomes/csv/bfi.csv'],
);

referenceCase('intraclass correlations, Shrout and Fleiss', (compare) => {
  const want = expected.icc_shrout_fleiss_1979;
  const forms = known(intraclassCorrelations(want.data));
  for (const [i, form] of forms.entries()) {
    compare.exact('form', form.form, want.type[i]);
    compare.close(`${form.form}`, form.estimate, want.icc[i]!);
    compare.close(`${form.form} F`, form.f, want.F[i]!);
    compare.exact(`${form.form} df1`, form.df1, want.df1[i]);
    compare.exact(`${form.form} df2`, form.df2, want.df2[i]);
    compare.close(`${form.form} lower`, form.interval.low, want.lower[i]!);
    compare.close(`${form.form} upper`, form.interval.high, want.upper[i]!);
  }
  const published = [0.17, 0.29, 0.71, 0.44, 0.62, 0.91];
  compare.same(
    'published',
    forms.map(({ estimate }) => Math.round(estimate * 100) / 100),
    published,
  );
});

referenceCase(
  'group agreement, soldiers',
  (compare) => {
    const table = new Columns('outcomes/csv/bh1996.csv');
    const labels = table.text('GRP');
    for (const want of expected.bh1996.vars) {
      const result = known(groupReliability(byGroup(labels, table.numbers(want.var))));
      compare.exact('groups', result.groups, expected.bh1996.groups);
      compare.exact('n', result.people, expected.bh1996.n);
      compare.close(`${want.var} msb`, result.meanSquareBetween, want.msb);
      compare.close(`${want.var} msw`, result.meanSquareWithin, want.msw);
      compare.close(`${want.var} F`, result.f, want.F);
      compare.close(`${want.var} icc1`, result.icc1, want.icc1);
      compare.close(`${want.var} icc2`, result.icc2!, want.icc2);
    }
    const want = expected.bh1996.rwg_cohes;
    const rwg = known(groupAgreement(byGroup(labels, table.numbers('COHES')), uniformVariance(5)));
    compare.close('mean', rwg.mean, want.mean);
    compare.close('median', rwg.median, want.median);
    compare.exact('zero', rwg.zero, want.zero_or_below);
    compare.same('first', rwg.values.slice(0, 5), want.first5.rwg, 1e-9);
    compare.same('sizes', rwg.sizes.slice(0, 5), want.first5.gsize);
  },
  ['outcomes/csv/bh1996.csv'],
);

reportTotal('reliability');

test('rwg(j) by hand', () => {
  const group = [
    [4, 5],
    [5, 5],
    [3, 5],
  ]; // variances 1 and 0: half of the items' expected variance of 2 is 1/4 on average
  expect(itemsAgreement([group], 2)).toMatchObject({ mean: (2 * 0.75) / (2 * 0.75 + 0.25) });
  expect(itemsAgreement([group], 2, 'lindell')).toMatchObject({ mean: 0.75 });
  const split = [
    [1, 1],
    [5, 5],
  ];
  expect(itemsAgreement([split], 2)).toMatchObject({ mean: 0, zero: 1 });
  expect(itemsAgreement([split], 2, 'lindell')).toMatchObject({ mean: -3 });
  expect(groupAgreement([[4]], 2)).toEqual({
    insufficient: { need: 1, have: 0, what: 'groups-of-two-or-more' },
  });
});

test('missing answers leave a person out and are said; reversed items are noticed', () => {
  const rows = [
    [1, 2, 1],
    [2, 3, 3],
    [null, 4, 3],
    [4, 4, 5],
    [5, 4, 4],
  ];
  const have = known(cronbachAlpha(rows));
  expect(have).toMatchObject({ people: 4, warnings: ['rows-with-missing-answers-left-out'] });
  const turned = rows.map(([a, b, c]) => [a!, 6 - b!, c!]);
  expect(known(cronbachAlpha(turned)).warnings).toContain('negatively-related-items');
  expect(
    cronbachAlpha([
      [1, 1],
      [1, 2],
      [1, 3],
    ]),
  ).toMatchObject({
    insufficient: { what: 'items-that-vary' },
  });
});

test('order of people and items and a change of unit leave reliability as it is', () => {
  const table = fc.array(fc.tuple(fc.nat(6), fc.nat(6), fc.nat(6), fc.nat(6)), {
    minLength: 6,
    maxLength: 20,
  });
  fc.assert(
    fc.property(table, (rows) => {
      const want = cronbachAlpha(rows);
      if ('insufficient' in want) return;
      const turned = known(cronbachAlpha(rows.toReversed().map((row) => row.toReversed())));
      const scaled = known(cronbachAlpha(rows.map((row) => row.map((value) => 4 * value - 9))));
      expect(turned.alpha).toBeCloseTo(want.alpha, 9);
      expect(scaled.alpha).toBeCloseTo(want.alpha, 9);
      const before = known(intraclassCorrelations(rows));
      const after = known(intraclassCorrelations(rows.map((row) => row.map((v) => 3 * v + 1))));
      for (const [i, form] of before.entries()) {
        if (!Number.isFinite(form.estimate)) continue;
        expect(after[i]!.estimate).toBeCloseTo(form.estimate, 7);
      }
    }),
    { seed: 7, numRuns: 60 },
  );
});

test('without agreement the tests of the intraclass correlation reject 5 % of the time', () => {
  const random = seededRandom(40);
  const runs = 2000;
  const rejected = [0, 0, 0];
  let grouped = 0;
  for (let run = 0; run < runs; run += 1) {
    const ratings = Array.from({ length: 8 }, () =>
      Array.from({ length: 3 }, () => normal(random)),
    );
    for (const [i, form] of known(intraclassCorrelations(ratings)).slice(0, 3).entries()) {
      if (form.p < 0.05) rejected[i]! += 1;
    }
    const groups = [4, 36, 10].map((size) => Array.from({ length: size }, () => normal(random)));
    if (known(groupReliability(groups)).p < 0.05) grouped += 1;
  }
  const error = 3 * Math.sqrt((0.05 * 0.95) / runs);
  for (const times of [...rejected, grouped]) {
    expect(Math.abs(times / runs - 0.05)).toBeLessThan(error);
  }
});

function compareScale(compare: Comparison, items: number[][], want: Scale): void {
  const rows = items[0]!.map((_, i) => items.map((column) => column[i]!));
  const have = known(cronbachAlpha(rows));
  compare.exact('items', have.items, want.items);
  compare.exact('people', have.people, want.n);
  compare.close('alpha', have.alpha, want.raw_alpha);
  compare.close('standardized', have.standardizedAlpha, want.std_alpha);
  compare.close('average r', have.averageCorrelation, want.average_r);
  compare.same('without', have.alphaWithout, want.alpha_if_dropped, 1e-9);
  compare.same('item rest', have.itemRestCorrelation, want.item_rest_r, 1e-9);
}

function byGroup(labels: string[], values: number[]): number[][] {
  const groups = Map.groupBy(labels.keys(), (i) => labels[i]!);
  return [...groups.values()].map((rows) => [...rows].map((i) => values[i]!));
}

function known<T extends object>(result: T): Exclude<T, { insufficient: unknown }> {
  if ('insufficient' in result) throw new Error(JSON.stringify(result));
  return result as Exclude<T, { insufficient: unknown }>;
}

function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

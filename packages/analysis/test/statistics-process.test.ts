import fc from 'fast-check';
import { expect, test } from 'vitest';
import { seededRandom } from '../src/random.ts';
import { individualsChart } from '../src/statistics/process/individuals-chart.ts';
import { proportionChart } from '../src/statistics/process/proportion-chart.ts';
import { readReferenceJson, referenceCase, reportTotal } from './reference.ts';

type Limits = { mean: number; mr_bar: number; ucl: number; lcl: number };
const expected = readReferenceJson('stats/expected/spc_suppression.json') as {
  xmr_nist: Limits & {
    data: number[];
    mr_ucl: number;
    published: Limits;
    constant_2_66: { ucl: number; lcl: number };
  };
};

referenceCase('XmR chart, NIST flow rates', (compare) => {
  const want = expected.xmr_nist;
  const chart = known(individualsChart(want.data));
  compare.close('mean', chart.centre, want.mean);
  compare.close('mean range', chart.movingRangeMean, want.mr_bar);
  compare.close('upper', chart.upper, want.ucl);
  compare.close('lower', chart.lower, want.lcl);
  compare.close('range limit', chart.movingRangeUpper, want.mr_ucl);
  compare.close('published mean', chart.centre, want.published.mean, 1e-12, 5e-5);
  compare.close('published upper', chart.upper, want.published.ucl, 1e-12, 5e-5);
  compare.close('published lower', chart.lower, want.published.lcl, 1e-12, 5e-5);
  const rounded = known(individualsChart(want.data, 3 / 2.66));
  compare.close('2.66 upper', rounded.upper, want.constant_2_66.ucl);
  compare.close('2.66 lower', rounded.lower, want.constant_2_66.lcl);
});

reportTotal('process charts');

test('values outside the limits and leaps between neighbours are found', () => {
  const steady = [5, 6, 5, 6, 5, 6, 5, 6, 5, 6, 5, 6];
  expect(known(individualsChart(steady)).outside).toEqual([]);
  const leap = known(individualsChart([...steady, 14]));
  expect(leap.outside).toEqual([12]);
  expect(leap.outsideRange).toEqual([12]);
  expect(individualsChart([1, 2])).toMatchObject({ insufficient: { need: 10, have: 2 } });
  expect(() => individualsChart([1, Number.POSITIVE_INFINITY])).toThrow('values[1]');
});

test('a change of unit moves an individuals chart with it', () => {
  const series = fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 10, maxLength: 30 });
  fc.assert(
    fc.property(series, (values) => {
      const [plain, scaled] = [values, values.map((v) => 4 * v + 7)].map((v) =>
        known(individualsChart(v)),
      );
      expect(scaled!.outside).toEqual(plain!.outside);
      expect(scaled!.upper).toBeCloseTo(4 * plain!.upper + 7, 9);
    }),
    { seed: 2 },
  );
});

test('Laney limits take in the spread between schools that a p chart calls special', () => {
  const random = seededRandom(23);
  const schools = Array.from({ length: 40 }, () => {
    const rate = 0.6 + 0.1 * (random() - 0.5);
    let events = 0;
    for (let i = 0; i < 4000; i += 1) if (random() < rate) events += 1;
    return { events, of: 4000 };
  });
  const [plain, laney] = [
    known(proportionChart(schools)),
    known(proportionChart(schools, 'laney')),
  ];
  expect(plain.sigmaZ).toBe(1);
  expect(plain.outside.length).toBeGreaterThan(5);
  expect(laney.sigmaZ).toBeGreaterThan(2);
  expect(laney.outside).toEqual([]);
  expect(
    proportionChart([
      { events: 0, of: 5 },
      { events: 0, of: 9 },
    ]),
  ).toMatchObject({
    insufficient: { what: 'groups-with-some-events' },
  });
});

test('with chance alone a p chart puts about 0.27 % of large groups outside', () => {
  const random = seededRandom(29);
  const groups = Array.from({ length: 3000 }, () => {
    let events = 0;
    for (let i = 0; i < 400; i += 1) if (random() < 0.5) events += 1;
    return { events, of: 400 };
  });
  const chart = known(proportionChart(groups));
  const rate = 0.0027;
  const error = Math.sqrt((rate * (1 - rate)) / groups.length);
  expect(Math.abs(chart.outside.length / groups.length - rate)).toBeLessThan(3 * error);
  expect(known(proportionChart(groups, 'laney')).sigmaZ).toBeCloseTo(1, 1);
});

function known<T extends object>(result: T): Exclude<T, { insufficient: unknown }> {
  if ('insufficient' in result) throw new Error(JSON.stringify(result));
  return result as Exclude<T, { insufficient: unknown }>;
}

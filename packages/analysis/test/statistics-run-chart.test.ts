import fc from 'fast-check';
import { expect, test } from 'vitest';
import { AnalysisInputError } from '../src/errors.ts';
import { seededRandom } from '../src/random.ts';
import type { RunChart } from '../src/statistics/run-chart.ts';
import { runChart } from '../src/statistics/run-chart.ts';
import { runChartLimits } from '../src/statistics/run-chart-limits.ts';
import { readReferenceJson, referenceCase, reportTotal } from './reference.ts';

type ExpectedChart = Record<string, number | boolean> & { data: number[] };
type Limits = Record<string, { longest_run_max: number; crossings_min: number }>;
const expected = readReferenceJson('stats/expected/spc_suppression.json') as Record<
  string,
  ExpectedChart
> & { anhoej_limits: Limits };

for (const name of Object.keys(expected).filter((key) => key.startsWith('run_chart_'))) {
  referenceCase(`run chart ${name}`, (compare) => {
    const want = expected[name]!;
    const chart = verdict(want.data);
    compare.close('median', chart.centre!, want.median as number);
    compare.exact('useful', chart.useful, want.useful);
    compare.exact('runs', chart.runs, want.runs);
    compare.exact('longest run', chart.longestRun, want.longest_run);
    compare.exact('crossings', chart.crossings, want.crossings);
    compare.exact('run limit', chart.limits.longestRunMax, want.longest_run_limit);
    compare.exact('crossings limit', chart.limits.crossingsMin, want.crossings_lower_limit);
    compare.exact('signal', chart.signal, want.anhoej_signal);
    const { expected: mean, ...exact } = chart.runsDistribution;
    compare.close('runs expected', mean, want.runs_expected as number);
    compare.close('P(runs <=)', exact.probabilityAtMost, want.runs_p_le as number, 1e-13);
    compare.exact('few runs', exact.significantlyFewMax, want.runs_significant_low_max);
    compare.exact('many runs', exact.significantlyManyMin, want.runs_significant_high_min);
    compare.exact('trend', chart.longestTrend, want.longest_trend_points);
    compare.exact('shift of 8', chart.longestRun >= 8, want.shift_8);
    compare.exact('shift of 6', chart.longestRun >= 6, want.shift_6);
    compare.exact('trend of 5', chart.longestTrend >= 5, want.trend_5);
  });
}

referenceCase('run chart limits', (compare) => {
  for (const [points, want] of Object.entries(expected.anhoej_limits)) {
    const limits = runChartLimits(Number(points));
    compare.exact(`longest run, ${points}`, limits.longestRunMax, want.longest_run_max);
    compare.exact(`crossings, ${points}`, limits.crossingsMin, want.crossings_min);
  }
});

reportTotal('run charts');

test('fewer than ten useful points give no verdict but still a drawing', () => {
  const chart = runChart([1, 2, 3, 4, 5, 5, 5, 5, 5, 6, 7, 8]);
  expect(chart).toMatchObject({
    centre: 5,
    warnings: [],
    insufficient: { need: 10, have: 7, what: 'useful-points' },
  });
  expect(chart.points.map((point) => point.useful).filter(Boolean)).toHaveLength(7);
  expect(runChart([])).toMatchObject({ centre: null, insufficient: { have: 0 } });
});

test('dated values are put in order, missing ones left out, and both are said', () => {
  const chart = runChart([
    { date: '2026-03-01', value: 3 },
    { date: '2026-01-01', value: 1 },
    { date: '2026-02-01', value: null },
  ]);
  expect(chart.points.map(({ date, value }) => [date, value])).toEqual([
    ['2026-01-01', 1],
    ['2026-03-01', 3],
  ]);
  expect(chart.warnings).toEqual(['missing-values-left-out', 'sorted-by-date']);
});

test('a frozen baseline shows the shift that the whole median hides', () => {
  const values = [5, 7, 5, 7, 5, 7, 5, 7, 5, 7, 9, 9, 9, 9, 9, 9, 9, 9, 9];
  const chart = verdict(values, { baseline: 10 });
  expect(chart).toMatchObject({ centre: 6, longestRun: 10, shift: true, signal: true });
  expect(chart.points.filter((point) => point.inShift)).toHaveLength(10);
});

test('a bad argument is named', () => {
  expect(() => runChart([1, Number.NaN])).toThrow(AnalysisInputError);
  expect(() => runChart([1, Number.NaN])).toThrow('values[1]');
  expect(() => runChart([{ date: 'soon', value: 1 }])).toThrow('values[0].date');
  expect(() => runChart([1], { baseline: 0 })).toThrow('baseline');
  expect(() => runChart([1], { centre: 1, baseline: 1 })).toThrow('options');
});

test('turning the chart upside down, rescaling it or reading it backwards changes no verdict', () => {
  const series = fc.array(fc.integer({ min: -20, max: 20 }), { minLength: 30, maxLength: 60 });
  fc.assert(
    fc.property(series, fc.integer({ min: 1, max: 9 }), (values, factor) => {
      const facts = (changed: number[]) => {
        const chart = runChart(changed);
        if ('insufficient' in chart) return chart.insufficient;
        const { runs, longestRun, crossings, signal, runsDistribution } = chart;
        return { runs, longestRun, crossings, signal, runsDistribution };
      };
      const want = facts(values);
      expect(facts(values.map((value) => -value))).toEqual(want);
      expect(facts(values.map((value) => factor * value + 3))).toEqual(want);
      expect(facts(values.toReversed())).toEqual(want);
    }),
    { seed: 11 },
  );
});

test('under chance alone few crossings are signalled at their exact binomial rate', () => {
  const random = seededRandom(5);
  const [charts, points] = [4000, 24];
  let signals = 0;
  for (let i = 0; i < charts; i += 1) {
    const chart = verdict(Array.from({ length: points }, random), { centre: 0.5 });
    if (chart.fewCrossings) signals += 1;
  }
  const rate = 390_656 / 2 ** 23; // sum of C(23, k) for k < 8, over 2^23
  const error = Math.sqrt((rate * (1 - rate)) / charts);
  expect(Math.abs(signals / charts - rate)).toBeLessThan(3 * error);
});

function verdict(values: number[], options = {}): RunChart {
  const chart = runChart(values, options);
  if ('insufficient' in chart) throw new Error('expected a verdict');
  return chart;
}

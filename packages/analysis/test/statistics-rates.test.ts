import fc from 'fast-check';
import { expect, test } from 'vitest';
import { seededRandom } from '../src/random.ts';
import type { ComparisonControl } from '../src/statistics/multiple-comparisons.ts';
import { adjustForComparisons } from '../src/statistics/multiple-comparisons.ts';
import { compareRates } from '../src/statistics/rates/compare-rates.ts';
import { chiSquareIndependence, rateTrend } from '../src/statistics/rates/contingency.ts';
import { fisherExact } from '../src/statistics/rates/fisher-exact.ts';
import { mantelHaenszel } from '../src/statistics/rates/mantel-haenszel.ts';
import {
  clopperPearsonInterval,
  wilsonInterval,
} from '../src/statistics/rates/proportion-intervals.ts';
import type { Logistic, LogisticOptions } from '../src/statistics/regression/logistic.ts';
import { logistic } from '../src/statistics/regression/logistic.ts';
import { waldTest } from '../src/statistics/regression/wald-test.ts';
import { sufficient } from './network-sufficient.ts';
import type { Comparison } from './reference.ts';
import { readReferenceJson, referenceCase, reportTotal } from './reference.ts';
import { Columns } from './statistics-columns.ts';

type ByName = Record<string, number>;
type Fit = { coef: ByName; se_robust_stata: ByName; se_model: ByName } & Record<
  'loglik' | 'loglik_null' | 'pseudo_r2' | 'wald_chi2_robust' | 'lr_chi2',
  number
>;
type Printed = { coef: number[]; se: number[]; loglik: number; wald: number };
type ChiSquare = { x2: number; df: number; p: number };
const retention = readReferenceJson('outcomes/expected/teacher_retention.json') as {
  R: Record<string, Fit>;
  published_stata: Record<string, Printed>;
  retention: {
    retention: number;
    wilson95: number[];
    risk_ratio_vs_q1: number;
    rr95: number[] | null;
    risk_difference_vs_q1: number;
  }[];
  trend: { chi2: number; p: number };
  chisq_stay: ChiSquare;
  chisq_3way: ChiSquare;
};
const POVERTY = 'outcomes/csv/opensdp_teacher_retention_by_poverty.csv';
const YEAR = 'outcomes/csv/opensdp_teacher_retention_by_year.csv';

for (const [name, want] of Object.entries(retention.R)) {
  const [grouping, outcome] = name.split('_') as ['poverty' | 'year', string];
  const file = grouping === 'poverty' ? POVERTY : YEAR;
  referenceCase(
    `teacher retention, ${name}`,
    (compare) => {
      const table = new Columns(file);
      compareLogistic(compare, want, retention.published_stata[name]!, {
        groups: table.numbers(grouping === 'poverty' ? 'poverty_quartile' : 'school_year'),
        events: table.numbers(outcome),
        totals: table.numbers('total'),
      });
    },
    [file],
  );
}

referenceCase(
  'teacher retention, rates by poverty',
  (compare) => {
    const table = new Columns(POVERTY);
    const totals = table.numbers('total');
    const stay = table.numbers('stay').map((events, i) => ({ events, of: totals[i]! }));
    for (const [i, want] of retention.retention.entries()) {
      const { exposed, ratio, difference } = compareRates(stay[i]!, stay[0]!);
      compare.close('rate', exposed.rate, want.retention);
      compare.same('wilson', [exposed.wilson.low, exposed.wilson.high], want.wilson95, 1e-9);
      compare.close('ratio', ratio!.estimate, want.risk_ratio_vs_q1);
      compare.close('difference', difference.estimate, want.risk_difference_vs_q1);
      const interval = ratio!.interval!;
      if (want.rr95) compare.same('rr95', [interval.low, interval.high], want.rr95, 1e-9);
    }
    const trend = sufficient(rateTrend(stay));
    compare.close('trend', trend.statistic, retention.trend.chi2);
    compare.close('trend p', trend.p, retention.trend.p);
    const [transfer, leave] = [table.numbers('transfer'), table.numbers('leave')];
    const two = chiSquareIndependence(stay.map(({ events, of }) => [events, of - events]));
    const three = chiSquareIndependence(
      stay.map(({ events }, i) => [events, transfer[i]!, leave[i]!]),
    );
    for (const [have, want] of [
      [two, retention.chisq_stay],
      [three, retention.chisq_3way],
    ] as const) {
      compare.close('chi-square', have.statistic, want.x2);
      compare.exact('df', have.df, want.df);
      compare.close('p', have.p, want.p);
    }
  },
  [POVERTY],
);

type Pair = { exposed: [number, number]; unexposed: [number, number] };
const closed = readReferenceJson('stats/closed-forms.json') as {
  mh: { strata: Pair[]; or: number; ci: number[]; chisq: number; p: number };
  fisher: { v: [number, number, number, number]; p: number; cp: number[] }[];
  padjust: { p: number[]; methods: Record<ComparisonControl, number[]> };
  trend: { h: number[]; n: number[]; chisq: number; p: number };
};
const count = ([events, of]: readonly [number, number]) => ({ events, of });

referenceCase('Mantel-Haenszel, six departments', (compare) => {
  const strata = closed.mh.strata.map(({ exposed, unexposed }) => ({
    exposed: count(exposed),
    unexposed: count(unexposed),
  }));
  const result = mantelHaenszel(strata);
  if ('insufficient' in result) throw new Error('expected an estimate');
  const { oddsRatio, test: score } = result;
  compare.close('odds ratio', oddsRatio.estimate, closed.mh.or);
  compare.same('interval', [oddsRatio.interval.low, oddsRatio.interval.high], closed.mh.ci, 1e-9);
  compare.close('chi-square', score.statistic, closed.mh.chisq);
  compare.close('p', score.p, closed.mh.p);
});

referenceCase('exact tests and intervals', (compare) => {
  for (const { v, p, cp } of closed.fisher) {
    const [one, two] = [count([v[0], v[1]]), count([v[2], v[3]])];
    compare.close(`fisher ${v}`, fisherExact(one, two), p);
    const interval = clopperPearsonInterval(one);
    compare.same(`exact ${v}`, [interval.low, interval.high], cp, 1e-9);
  }
  const groups = closed.trend.h.map((events, i) => ({ events, of: closed.trend.n[i]! }));
  compare.close('trend', sufficient(rateTrend(groups)).statistic, closed.trend.chisq);
  compare.close('trend p', sufficient(rateTrend(groups)).p, closed.trend.p);
});

referenceCase('multiple comparisons', (compare) => {
  for (const [method, want] of Object.entries(closed.padjust.methods)) {
    const have = adjustForComparisons(closed.padjust.p, method as ComparisonControl);
    compare.same(method, have, want, 1e-12);
  }
});

reportTotal('rates');

test('one stratum gives back the plain ratios, and strata split at random change little', () => {
  const [exposed, unexposed] = [count([30, 200]), count([45, 180])];
  const one = mantelHaenszel([{ exposed, unexposed }]);
  if ('insufficient' in one) throw new Error('expected an estimate');
  const plain = compareRates(exposed, unexposed);
  expect(one.riskRatio.estimate).toBeCloseTo(plain.ratio!.estimate, 12);
  expect(one.riskRatio.interval.low).toBeCloseTo(plain.ratio!.interval!.low, 12);
  expect(one.oddsRatio.interval.high).toBeCloseTo(plain.oddsRatio!.interval!.high, 12);
  expect(one.riskDifference.estimate).toBeCloseTo(plain.difference.estimate, 12);
  expect(one.riskDifference.interval.low).toBeCloseTo(plain.difference.wald.low, 12);
});

test('intervals hold their rate, stay in [0, 1] and mirror when events and their absence swap', () => {
  const counts = fc.tuple(fc.nat({ max: 60 }), fc.nat({ max: 60 })).filter(([a, b]) => a + b > 0);
  fc.assert(
    fc.property(counts, counts, ([a, b], [c, d]) => {
      for (const interval of [wilsonInterval, clopperPearsonInterval]) {
        const { low, high } = interval({ events: a, of: a + b });
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(1);
        expect(low - 1e-12).toBeLessThanOrEqual(a / (a + b));
        expect(high + 1e-12).toBeGreaterThanOrEqual(a / (a + b));
        const mirror = interval({ events: b, of: a + b });
        expect(1 - mirror.high).toBeCloseTo(low, 12);
      }
      const forth = compareRates({ events: a, of: a + b }, { events: c, of: c + d });
      const back = compareRates({ events: c, of: c + d }, { events: a, of: a + b });
      expect(back.difference.newcombe.low).toBeCloseTo(-forth.difference.newcombe.high, 12);
      expect(back.fisherP).toBeCloseTo(forth.fisherP, 12);
    }),
    { seed: 4 },
  );
});

test('groups without events have a difference but no ratio interval', () => {
  const result = compareRates(count([0, 20]), count([3, 25]));
  expect(result.ratio).toEqual({ estimate: 0, interval: null });
  expect(result.warnings).toContain('no-events-in-a-group');
  expect(compareRates(count([3, 25]), count([0, 20])).ratio).toBeNull();
  expect(() => compareRates(count([4, 3]), count([1, 2]))).toThrow('exposed.events');
});

test('perfect separation is said, a missing outcome is too little data', () => {
  const x = [1, 2, 3, 4, 5, 6];
  const predictors = [{ name: 'x', values: x }];
  const apart = logistic({ outcome: [0, 0, 0, 1, 1, 1], predictors });
  expect(apart).toMatchObject({ warnings: expect.arrayContaining(['perfect-separation']) });
  expect(logistic({ outcome: [0, 0, 0, 0, 0, 0], predictors })).toEqual({
    insufficient: { need: 2, have: 1, what: 'outcomes' },
  });
  expect(() => logistic({ outcome: [0, 2, 0, 0, 0, 0], predictors })).toThrow('outcome');
});

test('copies count like rows in a logistic regression', () => {
  const random = seededRandom(6);
  const rows = Array.from({ length: 30 }, () => {
    const x = Math.floor(random() * 5);
    return { x, y: random() < 0.2 + 0.1 * x ? 1 : 0, copies: Math.floor(random() * 4) };
  });
  const often = rows.flatMap((row) => Array.from({ length: row.copies }, () => row));
  for (const errors of ['model', 'HC0', 'HC0S', 'CR1'] as const) {
    const fit = (table: typeof rows, weighted: boolean) =>
      solve(
        {
          outcome: table.map((row) => row.y),
          predictors: [{ name: 'x', values: table.map((row) => row.x) }],
          ...(weighted ? { copies: table.map((row) => row.copies) } : {}),
        },
        { errors, cluster: table.map((row) => row.x % 3) },
      );
    const [once, want] = [fit(rows, true), fit(often, false)];
    for (const [i, { estimate, standardError }] of want.coefficients.entries()) {
      expect(once.coefficients[i]!.estimate).toBeCloseTo(estimate, 10);
      expect(once.coefficients[i]!.standardError).toBeCloseTo(standardError, 10);
    }
  }
});

test('false positives of rate tests are at their nominal rate, 40 against 360 people', () => {
  const random = seededRandom(8);
  const runs = 3000;
  let [chiSquare, mantel, fisher] = [0, 0, 0];
  const draw = (of: number, rate: number) => {
    let events = 0;
    for (let i = 0; i < of; i += 1) if (random() < rate) events += 1;
    return { events, of };
  };
  for (let run = 0; run < runs; run += 1) {
    const strata = [0.2, 0.35, 0.5].map((rate) => ({
      exposed: draw(40, rate),
      unexposed: draw(360, rate),
    }));
    const { exposed, unexposed } = strata[1]!;
    const result = compareRates(exposed, unexposed);
    if (result.chiSquare!.p < 0.05) chiSquare += 1;
    if (result.fisherP < 0.05) fisher += 1;
    const pooled = mantelHaenszel(strata);
    if (!('insufficient' in pooled) && pooled.test.p < 0.05) mantel += 1;
  }
  const error = 3 * Math.sqrt((0.05 * 0.95) / runs);
  expect(Math.abs(chiSquare / runs - 0.05)).toBeLessThan(error);
  expect(Math.abs(mantel / runs - 0.05)).toBeLessThan(error);
  expect(fisher / runs).toBeLessThan(0.05 + error);
});

test('false positives of logistic, trend and independence tests are at their nominal rate', () => {
  const random = seededRandom(28);
  const runs = 1500;
  const rejected = { logistic: 0, clusters: 0, trend: 0, independence: 0 };
  const draw = (of: number) => {
    let events = 0;
    for (let i = 0; i < of; i += 1) if (random() < 0.3) events += 1;
    return { events, of };
  };
  for (let run = 0; run < runs; run += 1) {
    const groups = [40, 360, 120, 80].map(draw);
    const trend = sufficient(rateTrend(groups));
    if (trend.p < 0.05) rejected.trend += 1;
    const table = groups.map(({ events, of }) => [events, of - events]);
    if (chiSquareIndependence(table).p < 0.05) rejected.independence += 1;
    const [few, many] = groups as [{ events: number; of: number }, { events: number; of: number }];
    const input = {
      outcome: [1, 0, 1, 0],
      predictors: [{ name: 'g', values: [1, 1, 0, 0] }],
      copies: [few.events, few.of - few.events, many.events, many.of - many.events],
    };
    if (solve(input).coefficients[1]!.p < 0.05) rejected.logistic += 1;
    // 60 schools of 20 people that differ among themselves, 24 of them of one kind.
    const schools = Array.from({ length: 60 }, (_, i) => {
      const rate = 0.2 + 0.2 * random();
      let events = 0;
      for (let k = 0; k < 20; k += 1) if (random() < rate) events += 1;
      return { events, kind: i < 24 ? 1 : 0, school: i };
    });
    const nested = solve(
      {
        outcome: schools.flatMap(() => [1, 0]),
        predictors: [{ name: 'kind', values: schools.flatMap(({ kind }) => [kind, kind]) }],
        copies: schools.flatMap(({ events }) => [events, 20 - events]),
      },
      { errors: 'CR1', cluster: schools.flatMap(({ school }) => [school, school]) },
    );
    if (nested.coefficients[1]!.p < 0.05) rejected.clusters += 1;
  }
  const error = 3 * Math.sqrt((0.05 * 0.95) / runs);
  // z statistics are only asymptotic: one percentage point beyond Monte Carlo error.
  const allowed = {
    logistic: error + 0.01,
    clusters: error + 0.01,
    trend: error,
    independence: error,
  };
  for (const [name, times] of Object.entries(rejected)) {
    const off = Math.abs(times / runs - 0.05);
    const within = off < allowed[name as keyof typeof allowed];
    expect([name, times / runs, within]).toEqual([name, times / runs, true]);
  }
});

test('with true nulls only, family-wise and false discovery control hold', () => {
  const random = seededRandom(12);
  const runs = 2000;
  const wrong: Record<string, number> = {};
  const methods = ['bonferroni', 'holm', 'hochberg', 'benjamini-hochberg'] as const;
  for (let run = 0; run < runs; run += 1) {
    const p = Array.from({ length: 10 }, random);
    for (const method of methods) {
      const any = adjustForComparisons(p, method).some((value) => value < 0.05);
      wrong[method] = (wrong[method] ?? 0) + (any ? 1 : 0);
    }
  }
  const error = 3 * Math.sqrt((0.05 * 0.95) / runs);
  for (const method of methods) expect(Math.abs(wrong[method]! / runs - 0.05)).toBeLessThan(error);
});

function solve(input: Parameters<typeof logistic>[0], options: LogisticOptions = {}): Logistic {
  const result = logistic(input, options);
  if ('insufficient' in result) throw new Error('expected a fit');
  return result;
}

function compareLogistic(
  compare: Comparison,
  want: Fit,
  printed: Printed,
  { groups, events, totals }: { groups: number[]; events: number[]; totals: number[] },
): void {
  const both = [...groups, ...groups];
  const input = {
    outcome: both.map((_, i) => (i < groups.length ? 1 : 0)),
    predictors: groups.slice(1).map((group) => ({
      name: `g${group}`,
      values: both.map((own) => (own === group ? 1 : 0)),
    })),
    copies: [...events, ...totals.map((total, i) => total - events[i]!)],
  };
  const model = solve(input);
  const robust = solve(input, { errors: 'HC0S' });
  const named = (fit: Logistic, key: 'estimate' | 'standardError') =>
    Object.fromEntries(fit.coefficients.map((each) => [each.name, each[key]]));
  compare.same('coef', named(model, 'estimate'), want.coef, 1e-7);
  compare.same('se', named(model, 'standardError'), want.se_model, 1e-7);
  compare.same('robust', named(robust, 'standardError'), want.se_robust_stata, 1e-7);
  compare.close('loglik', model.logLikelihood, want.loglik);
  compare.close('null', model.nullLogLikelihood, want.loglik_null);
  compare.close('pseudo r2', model.pseudoRSquared, want.pseudo_r2, 1e-7);
  compare.close('lr', model.nullDeviance - model.deviance, want.lr_chi2, 1e-7);
  const estimates = robust.coefficients.map((each) => each.estimate);
  const wald = waldTest(estimates, robust.covariance, [...estimates.keys()].slice(1)).statistic;
  compare.close('wald', wald, want.wald_chi2_robust, 1e-7);
  // Stata's log prints seven digits.
  for (const [i, { estimate, standardError }] of robust.coefficients.entries()) {
    compare.close('printed coef', estimate, printed.coef[i]!, 1e-12, 3e-6);
    compare.close('printed se', standardError, printed.se[i]!, 1e-12, 1e-7);
  }
  compare.close('printed loglik', robust.logLikelihood, printed.loglik, 1e-12, 1e-3);
  compare.close('printed wald', wald, printed.wald, 1e-12, 6e-3);
}

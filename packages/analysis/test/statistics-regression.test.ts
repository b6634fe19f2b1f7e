import fc from 'fast-check';
import { expect, test } from 'vitest';
import { seededRandom } from '../src/random.ts';
import { partialCorrelation, pearson, spearman } from '../src/statistics/correlation.ts';
import { kendall } from '../src/statistics/kendall.ts';
import {
  standardizedCoefficients,
  varianceInflation,
} from '../src/statistics/regression/collinearity.ts';
import { standardErrors } from '../src/statistics/regression/covariance.ts';
import type { RegressionInput } from '../src/statistics/regression/design.ts';
import type {
  LeastSquares,
  LeastSquaresOptions,
} from '../src/statistics/regression/least-squares.ts';
import { leastSquares } from '../src/statistics/regression/least-squares.ts';
import { studentizedResiduals } from '../src/statistics/regression/studentized-residuals.ts';
import type { Comparison } from './reference.ts';
import { readReference, readReferenceJson, referenceCase, reportTotal } from './reference.ts';
import { Columns } from './statistics-columns.ts';

type ByName = Record<string, number>;
type Model = {
  formula: string;
  n: number;
  coef: ByName;
  p: ByName;
  ci95: Record<string, [number, number]>;
  f_df: [number, number];
  vif?: ByName;
  std_beta: ByName;
  cluster?: Record<string, ByName> & { clusters: number };
} & Record<'se_classic' | 't' | 'se_HC0' | 'se_HC1' | 'se_HC2' | 'se_HC3', ByName> &
  Record<'sigma' | 'r2' | 'adj_r2' | 'f_stat' | 'rss' | 'loglik' | 'aic' | 'bic', number>;

const outcomes = readReferenceJson('outcomes/expected/outcomes.json') as {
  caschools: Record<'m1' | 'm2' | 'm3' | 'm4', Model> & {
    residual_index: {
      coef: ByName;
      first10_resid: number[];
      first10_rstudent: number[];
      top5_rows: number[];
      bottom5_rows: number[];
    };
    partial_cor_str_score_given_lunch: number;
    pearson: number;
    spearman: number;
    kendall_tau_b: number;
  };
};
const SCHOOLS = 'outcomes/csv/CASchools.csv';

for (const name of ['m1', 'm2', 'm3', 'm4'] as const) {
  const body = (compare: Comparison) => {
    const want = outcomes.caschools[name];
    const { columns, county } = schools();
    const input = modelInput(want.formula, columns);
    compareModel(compare, want, input);
    compareClusters(compare, want.cluster!, input, county);
  };
  referenceCase(`California schools ${name}`, body, [SCHOOLS]);
}

referenceCase(
  'California schools, poverty-adjusted index and correlations',
  (compare) => {
    const { columns } = schools();
    const want = outcomes.caschools;
    const fit = solve(modelInput('score ~ lunch', columns));
    const student = studentizedResiduals(fit.fit);
    compare.same('coef', named(fit, 'estimate'), want.residual_index.coef, 1e-9);
    compare.same(
      'residuals',
      [...fit.residuals.slice(0, 10)],
      want.residual_index.first10_resid,
      1e-9,
    );
    compare.same('rstudent', [...student.slice(0, 10)], want.residual_index.first10_rstudent, 1e-9);
    const order = [...student.keys()].sort((a, b) => student[b]! - student[a]!);
    const rows = order.map((row) => row + 1);
    compare.same('top', rows.slice(0, 5), want.residual_index.top5_rows);
    compare.same('bottom', rows.toReversed().slice(0, 5), want.residual_index.bottom5_rows);
    const [str, score] = [columns.str!, columns.score!];
    compare.close('pearson', pearson(str, score), want.pearson);
    compare.close('spearman', spearman(str, score), want.spearman);
    compare.close('kendall', kendall(str, score), want.kendall_tau_b);
    compare.close(
      'partial',
      partialCorrelation(str, score, [columns.lunch!]),
      want.partial_cor_str_score_given_lunch,
    );
  },
  [SCHOOLS],
);

type Certified = { certified: Record<string, number> & { coef?: number[]; se?: number[] } };
const nist = readReferenceJson('stats/expected/nist.json') as Record<string, Certified>;

referenceCase('NIST Norris', (compare) => {
  const lines = readReference('stats/nist/Norris.dat').split(/\r?\n/).slice(60, 96);
  const rows = lines.map((line) => line.trim().split(/\s+/).map(Number));
  const fit = solve({
    outcome: rows.map((row) => row[0]!),
    predictors: [{ name: 'x', values: rows.map((row) => row[1]!) }],
  });
  const want = nist.norris!.certified;
  compareFit(compare, fit, [want.B0!, want.B1!], [want.B0_se!, want.B1_se!], want);
});

referenceCase('NIST Longley', (compare) => {
  const table = new Columns('stats/nist/longley.csv');
  const fit = solve({
    outcome: table.numbers('y'),
    predictors: [1, 2, 3, 4, 5, 6].map((k) => ({ name: `x${k}`, values: table.numbers(`x${k}`) })),
  });
  const want = nist.longley!.certified;
  compareFit(compare, fit, want.coef!, want.se!, want);
});

for (const [name, base] of [
  ['Wampler 1', 1],
  ['Wampler 2', 0.1],
] as const) {
  referenceCase(`NIST ${name}`, (compare) => {
    const x = Array.from({ length: 21 }, (_, i) => i);
    const outcome = x.map((v) => [0, 1, 2, 3, 4, 5].reduce((sum, k) => sum + (base * v) ** k, 0));
    const predictors = [1, 2, 3, 4, 5].map((k) => ({
      name: `x${k}`,
      values: x.map((v) => v ** k),
    }));
    const fit = solve({ outcome, predictors });
    for (const [k, coefficient] of fit.coefficients.entries()) {
      compare.close(`B${k}`, coefficient.estimate, base ** k, 1e-9);
    }
    compare.close('residual sd', fit.residualSd, 0, 1e-9, 1e-9);
  });
}

referenceCase('NIST NoInt1', (compare) => {
  const x = Array.from({ length: 11 }, (_, i) => 60 + i);
  const fit = solve({
    outcome: x.map((v) => v + 70),
    predictors: [{ name: 'x', values: x }],
    intercept: false,
  });
  const want = nist.noint1!.certified;
  compareFit(compare, fit, [want.B1!], [want.se!].flat(), want);
});

reportTotal('regression');

test('a row that stands for w copies is w rows, for every kind of error', () => {
  const rows = fc.array(
    fc.tuple(fc.integer({ min: -9, max: 9 }), fc.integer({ min: -9, max: 9 }), fc.nat({ max: 3 })),
    { minLength: 8, maxLength: 20 },
  );
  fc.assert(
    fc.property(rows, (table) => {
      const copies = table.map((row) => row[2]);
      const repeated = table.flatMap((row) => Array.from({ length: row[2] }, () => row));
      const cluster = (each: typeof table) => each.map(([x]) => Math.abs(x) % 4);
      for (const errors of ['classic', 'HC1', 'HC2', 'HC3', 'CR0', 'CR1S', 'CR2'] as const) {
        const few = new Set(cluster(repeated)).size < 3;
        if (few || new Set(repeated.map((row) => row[0])).size < 4) return;
        const once = leastSquares(
          { ...pairInput(table), copies },
          { errors, cluster: cluster(table) },
        );
        const often = leastSquares(pairInput(repeated), { errors, cluster: cluster(repeated) });
        if ('insufficient' in once || 'insufficient' in often) return;
        for (const [k, want] of often.coefficients.entries()) {
          const have = once.coefficients[k]!;
          expect(have.estimate).toBeCloseTo(want.estimate, 9);
          expect(have.standardError).toBeCloseTo(want.standardError, 9);
          expect(have.degreesOfFreedom / want.degreesOfFreedom).toBeCloseTo(1, 6);
        }
      }
    }),
    { seed: 3, numRuns: 60 },
  );
});

test('shuffling rows and rescaling units change nothing but the units', () => {
  const random = seededRandom(9);
  const x = Array.from({ length: 40 }, () => random() * 10);
  const y = x.map((value) => 3 - 2 * value + random());
  const plain = solve({ outcome: y, predictors: [{ name: 'x', values: x }] }, { errors: 'HC3' });
  const turned = solve(
    { outcome: y.toReversed(), predictors: [{ name: 'x', values: x.toReversed() }] },
    { errors: 'HC3' },
  );
  const scaled = solve(
    {
      outcome: y.map((v) => 1000 * v),
      predictors: [{ name: 'x', values: x.map((v) => v / 60 + 5) }],
    },
    { errors: 'HC3' },
  );
  expect(turned.coefficients[1]!.standardError).toBeCloseTo(
    plain.coefficients[1]!.standardError,
    12,
  );
  expect(scaled.coefficients[1]!.statistic).toBeCloseTo(plain.coefficients[1]!.statistic, 9);
  expect(scaled.coefficients[1]!.estimate).toBeCloseTo(60_000 * plain.coefficients[1]!.estimate, 5);
});

test('a predictor that others determine is set aside and named', () => {
  const x = [1, 2, 3, 4, 5, 7];
  const fit = solve({
    outcome: [2, 3, 5, 4, 6, 8],
    predictors: [
      { name: 'x', values: x },
      { name: 'twice', values: x.map((v) => 2 * v + 1) },
    ],
  });
  expect(fit.aliased).toEqual(['twice']);
  expect(fit.warnings).toContain('predictors-left-out-as-dependent');
  expect(fit.coefficients.map((each) => each.name)).toEqual(['(Intercept)', 'x']);
});

test('too few rows are a value, a bad argument is named', () => {
  const input = { outcome: [1, 2], predictors: [{ name: 'x', values: [1, 2] }] };
  expect(leastSquares(input)).toEqual({
    insufficient: { need: 3, have: 2, what: 'observations' },
  });
  expect(() => leastSquares({ ...input, predictors: [{ name: 'x', values: [1] }] })).toThrow('x: ');
  expect(() => leastSquares({ ...input, outcome: [1, Number.NaN] })).toThrow('outcome');
  const longer = { outcome: [1, 2, 4], predictors: [{ name: 'x', values: [1, 2, 3] }] };
  expect(() => leastSquares(longer, { errors: 'CR2' })).toThrow('cluster');
  expect(() => leastSquares(longer, { level: 1 })).toThrow('level');
});

/** Under the null, each test rejects about 5 % of the time; 4 rows against 36, unequal variances. */
test('false positives of the slope test are at their nominal rate', () => {
  const random = seededRandom(21);
  const runs = 2000;
  const group = Array.from({ length: 40 }, (_, i) => (i < 4 ? 1 : 0));
  const rejected = { classic: 0, HC3: 0, CR2: 0 };
  const school = group.map((_, i) => i % 20);
  const shares = school.map((s) => (s < 6 ? 1 : 0));
  for (let run = 0; run < runs; run += 1) {
    const y = group.map(() => normal(random));
    const own = { outcome: y, predictors: [{ name: 'g', values: group }] };
    if (solve(own).coefficients[1]!.p < 0.05) rejected.classic += 1;
    const x = y.map(() => normal(random));
    const spread = y.map((value, i) => value * (0.5 + Math.abs(x[i]!)));
    const uneven = { outcome: spread, predictors: [{ name: 'x', values: x }] };
    if (solve(uneven, { errors: 'HC3' }).coefficients[1]!.p < 0.05) rejected.HC3 += 1;
    const effect = Array.from({ length: 20 }, () => normal(random));
    const nested = {
      outcome: y.map((v, i) => v + effect[school[i]!]!),
      predictors: [{ name: 'g', values: shares }],
    };
    const fit = solve(nested, { errors: 'CR2', cluster: school });
    if (fit.coefficients[1]!.p < 0.05) rejected.CR2 += 1;
  }
  const error = 3 * Math.sqrt((0.05 * 0.95) / runs);
  expect(Math.abs(rejected.classic / runs - 0.05)).toBeLessThan(error);
  expect(Math.abs(rejected.CR2 / runs - 0.05)).toBeLessThan(error);
  // HC3 is only nearly exact in 40 rows: within one percentage point beyond Monte Carlo error.
  expect(Math.abs(rejected.HC3 / runs - 0.05)).toBeLessThan(error + 0.01);
});

function solve(input: RegressionInput, options: LeastSquaresOptions = {}): LeastSquares {
  const result = leastSquares(input, options);
  if ('insufficient' in result) throw new Error('expected a fit');
  return result;
}

function schools() {
  const table = new Columns(SCHOOLS);
  const teachers = table.numbers('teachers');
  const [math, read] = [table.numbers('math'), table.numbers('read')];
  const columns: Record<string, number[]> = {
    str: table.numbers('students').map((students, i) => students / teachers[i]!),
    score: math.map((value, i) => (value + read[i]!) / 2),
    english: table.numbers('english'),
    lunch: table.numbers('lunch'),
    calworks: table.numbers('calworks'),
  };
  return { columns, county: table.text('county') };
}

function modelInput(formula: string, columns: Record<string, number[]>): RegressionInput {
  const [outcome, right] = formula.split('~').map((side) => side.trim()) as [string, string];
  const names = right.split('+').map((name) => name.trim());
  return {
    outcome: columns[outcome]!,
    predictors: names.map((name) => ({ name, values: columns[name]! })),
  };
}

function named(fit: LeastSquares, key: 'estimate' | 'standardError' | 'statistic' | 'p'): ByName {
  return Object.fromEntries(fit.coefficients.map((each) => [each.name, each[key]]));
}

function compareModel(compare: Comparison, want: Model, input: RegressionInput): void {
  const fit = solve(input);
  compare.exact('n', fit.observations, want.n);
  compare.same('coef', named(fit, 'estimate'), want.coef, 1e-9);
  compare.same('se', named(fit, 'standardError'), want.se_classic, 1e-9);
  compare.same('t', named(fit, 'statistic'), want.t, 1e-9);
  compare.same('p', named(fit, 'p'), want.p, 1e-9);
  const intervals = fit.coefficients.map(({ name, interval }) => [
    name,
    [interval.low, interval.high],
  ]);
  compare.same('interval', Object.fromEntries(intervals), want.ci95, 1e-9);
  compare.close('sigma', fit.residualSd, want.sigma);
  compare.close('r2', fit.rSquared, want.r2);
  compare.close('adjusted r2', fit.adjustedRSquared, want.adj_r2);
  compare.close('F', fit.f!.statistic, want.f_stat);
  compare.same('F df', [fit.f!.df1, fit.f!.df2], want.f_df);
  compare.close('rss', fit.residualSumOfSquares, want.rss);
  compare.close('loglik', fit.logLikelihood, want.loglik);
  compare.close('aic', fit.aic, want.aic);
  compare.close('bic', fit.bic, want.bic);
  for (const kind of ['HC0', 'HC1', 'HC2', 'HC3'] as const) {
    const robust = solve(input, { errors: kind });
    compare.same(kind, named(robust, 'standardError'), want[`se_${kind}`], 1e-9);
  }
  if (want.vif) compare.same('vif', varianceInflation(fit.fit), want.vif, 1e-9);
  compare.same('beta', standardizedCoefficients(fit.fit), want.std_beta, 1e-9);
}

function compareClusters(
  compare: Comparison,
  want: Record<string, ByName> & { clusters: number },
  input: RegressionInput,
  cluster: string[],
): void {
  for (const [errors, key] of [
    ['CR0', 'se_CR0'],
    ['CR1', 'se_CR1_cadjust_only'],
    ['CR1S', 'se_CR1_stata'],
    ['CR2', 'se_CR2'],
  ] as const) {
    const fit = solve(input, { errors, cluster });
    compare.exact('clusters', fit.clusters, want.clusters);
    compare.same(errors, named(fit, 'standardError'), want[key], 1e-9);
    if (errors !== 'CR2') continue;
    const df = fit.coefficients.map((each) => [each.name, each.degreesOfFreedom]);
    compare.same('df', Object.fromEntries(df), want.df_CR2_satterthwaite, 1e-9);
  }
}

function compareFit(
  compare: Comparison,
  fit: LeastSquares,
  coefficients: number[],
  errors: number[],
  want: Record<string, unknown>,
): void {
  compare.same(
    'coef',
    fit.coefficients.map((each) => each.estimate),
    coefficients,
    1e-9,
  );
  compare.same('se', [...standardErrors(fit.covariance)], errors, 1e-9);
  compare.close('residual sd', fit.residualSd, want.resid_sd as number);
  compare.close('r2', fit.rSquared, want.r2 as number);
  if (want.F !== undefined) compare.close('F', fit.f!.statistic, want.F as number);
}

function pairInput(table: (readonly [number, number, number])[]): RegressionInput {
  return {
    outcome: table.map((row) => row[1]),
    predictors: [{ name: 'x', values: table.map((row) => row[0]) }],
  };
}

function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

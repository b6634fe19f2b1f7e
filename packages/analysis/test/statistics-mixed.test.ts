import { expect, test } from 'vitest';
import { seededRandom } from '../src/random.ts';
import type { MixedModel } from '../src/statistics/mixed/mixed-model.ts';
import { mixedModel } from '../src/statistics/mixed/mixed-model.ts';
import type { Comparison } from './reference.ts';
import { readReferenceJson, referenceCase, reportTotal } from './reference.ts';
import { Columns } from './statistics-columns.ts';

type Want = {
  n: number;
  groups: number;
  fixef: Record<string, number>;
  se: Record<string, number>;
  varcomp: { grp: string; var1: string | null; var2: string | null; vcov: number }[];
} & Record<'loglik' | 'deviance' | 'aic' | 'bic', number>;

const { mixed } = readReferenceJson('outcomes/expected/outcomes.json') as {
  mixed: Record<string, Want>;
};
const EXAM = 'outcomes/csv/Exam.csv';

for (const name of ['exam_ri', 'exam_rs']) {
  referenceCase(
    `London exam scores ${name}`,
    (compare) => {
      const table = new Columns(EXAM);
      const fit = known(
        mixedModel(
          {
            outcome: table.numbers('normexam'),
            predictors: [{ name: 'standLRT', values: table.numbers('standLRT') }],
            group: table.text('school'),
            slopes: name === 'exam_rs' ? ['standLRT'] : [],
          },
          { method: 'ML' },
        ),
      );
      compareMixed(compare, fit, mixed[name]!);
    },
    [EXAM],
  );
}

reportTotal('mixed models');

test('one value in each group of a balanced design is the analysis of variance', () => {
  const random = seededRandom(2);
  const rows = Array.from({ length: 60 }, (_, i) => ({
    group: i % 12,
    y: normal(random) + 1.5 * Math.sin(i % 12),
  }));
  const fit = known(
    mixedModel({
      outcome: rows.map((row) => row.y),
      predictors: [],
      group: rows.map((row) => row.group),
    }),
  );
  const means = Array.from({ length: 12 }, (_, g) => {
    const own = rows.filter((row) => row.group === g).map((row) => row.y);
    return own.reduce((s, v) => s + v, 0) / 5;
  });
  const grand = means.reduce((s, v) => s + v, 0) / 12;
  const between = (5 * means.reduce((s, v) => s + (v - grand) ** 2, 0)) / 11;
  const within = rows.reduce((s, { group, y }) => s + (y - means[group]!) ** 2, 0) / 48;
  expect(fit.residualVariance).toBeCloseTo(within, 6);
  expect(fit.components[0]!.value).toBeCloseTo((between - within) / 5, 6);
  expect(fit.coefficients[0]!.estimate).toBeCloseTo(grand, 9);
  expect(fit.coefficients[0]!.standardError).toBeCloseTo(Math.sqrt(between / 60), 6);
  expect(fit.coefficients[0]!.degreesOfFreedom).toBeCloseTo(11, 3);
  const shrunk = (fit.groupEffects[0]!.values[0]! / (means[0]! - grand)) as number;
  expect(shrunk).toBeCloseTo(1 - within / between, 6);
});

test('a change of unit and the order of rows change nothing but the units', () => {
  const random = seededRandom(4);
  const rows = Array.from({ length: 80 }, (_, i) => ({
    group: `s${i % 8}`,
    x: random(),
    y: normal(random) + (i % 8),
  }));
  const fit = (each: typeof rows, scale: number) =>
    known(
      mixedModel({
        outcome: each.map((row) => scale * row.y + 1e6),
        predictors: [{ name: 'x', values: each.map((row) => row.x * 7) }],
        group: each.map((row) => row.group),
      }),
    );
  const [plain, turned] = [fit(rows, 1), fit(rows.toReversed(), 100)];
  expect(turned.intraclass).toBeCloseTo(plain.intraclass!, 6);
  expect(turned.coefficients[1]!.statistic).toBeCloseTo(plain.coefficients[1]!.statistic, 5);
  expect(turned.residualVariance / plain.residualVariance).toBeCloseTo(10_000, 2);
});

test('no variation between groups and few groups are said', () => {
  const fit = known(
    mixedModel({
      outcome: [1, 2, 3, 1, 2, 3, 1, 2, 3, 1, 2, 3],
      predictors: [],
      group: [1, 1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 4],
    }),
  );
  expect(fit.warnings).toEqual(
    expect.arrayContaining(['no-variation-between-groups', 'few-groups']),
  );
  expect(fit.components[0]!.value).toBeCloseTo(0, 9);
  expect(mixedModel({ outcome: [1, 2], predictors: [], group: [1, 2] })).toMatchObject({
    insufficient: { need: 3, have: 2, what: 'groups' },
  });
  expect(() => mixedModel({ outcome: [1, 2], predictors: [], group: [1] })).toThrow('group');
});

test('false positives of a group-level effect are at their nominal rate, 4 schools against 12', () => {
  const random = seededRandom(19);
  const runs = 500;
  let rejected = 0;
  for (let run = 0; run < runs; run += 1) {
    const rows = Array.from({ length: 16 }, (_, school) => {
      const effect = normal(random);
      const size = 5 + (school % 4) * 3;
      return Array.from({ length: size }, () => ({ school, y: effect + 1.5 * normal(random) }));
    }).flat();
    const fit = known(
      mixedModel({
        outcome: rows.map((row) => row.y),
        predictors: [{ name: 'high', values: rows.map((row) => (row.school < 4 ? 1 : 0)) }],
        group: rows.map((row) => row.school),
      }),
    );
    if (fit.coefficients[1]!.p < 0.05) rejected += 1;
  }
  expect(Math.abs(rejected / runs - 0.05)).toBeLessThan(3 * Math.sqrt((0.05 * 0.95) / runs));
});

function compareMixed(compare: Comparison, fit: MixedModel, want: Want): void {
  compare.exact('n', fit.observations, want.n);
  compare.exact('groups', fit.groups, want.groups);
  for (const { name, estimate, standardError } of fit.coefficients) {
    compare.close(name, estimate, want.fixef[name]!, 1e-5);
    compare.close(`${name} se`, standardError, want.se[name]!, 1e-5);
  }
  for (const { grp, var1, var2, vcov } of want.varcomp) {
    if (grp === 'Residual') compare.close('residual', fit.residualVariance, vcov, 1e-4);
    else compare.close(`${var1} ${var2}`, component(fit, var1!, var2), vcov, 1e-4);
  }
  compare.close('deviance', fit.deviance, want.deviance);
  compare.close('loglik', fit.logLikelihood, want.loglik);
  compare.close('aic', fit.aic, want.aic);
  compare.close('bic', fit.bic, want.bic);
}

function component(fit: MixedModel, first: string, second: string | null): number {
  const same = fit.components.find(
    (each) =>
      (each.name === first && each.with === second) ||
      (each.name === second && each.with === first),
  );
  return same!.value;
}

function known(result: ReturnType<typeof mixedModel>): MixedModel {
  if ('insufficient' in result) throw new Error(JSON.stringify(result));
  return result;
}

function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

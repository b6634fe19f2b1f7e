import { expect, test } from 'vitest';
import { AnalysisInputError } from '../src/errors.ts';
import { achievementContrast } from '../src/headline/achievement-contrast.ts';
import { turnoverByPoverty } from '../src/headline/turnover-by-poverty.ts';
import { seededRandom } from '../src/random.ts';
import { betaQuantile } from '../src/statistics/distribution/beta.ts';
import {
  chiSquareQuantile,
  chiSquareUpperTail,
} from '../src/statistics/distribution/chi-square.ts';
import { fRatioQuantile, fRatioUpperTail } from '../src/statistics/distribution/f-ratio.ts';
import { logGamma } from '../src/statistics/distribution/log-gamma.ts';
import { studentTQuantile } from '../src/statistics/distribution/student-t.ts';
import { kendall } from '../src/statistics/kendall.ts';
import { mixedModel } from '../src/statistics/mixed/mixed-model.ts';
import { compareRates } from '../src/statistics/rates/compare-rates.ts';
import { rateTrend } from '../src/statistics/rates/contingency.ts';
import { mantelHaenszel } from '../src/statistics/rates/mantel-haenszel.ts';
import { wilsonInterval } from '../src/statistics/rates/proportion-intervals.ts';
import { leastSquares } from '../src/statistics/regression/least-squares.ts';
import { cronbachAlpha } from '../src/statistics/reliability/alpha.ts';
import { groupReliability } from '../src/statistics/reliability/group-agreement.ts';
import { intraclassCorrelations } from '../src/statistics/reliability/intraclass.ts';
import { permutationCorrelation } from '../src/statistics/resampling/permutation-correlation.ts';
import { oneWayVariance } from '../src/statistics/variance/one-way.ts';
import { welchTest, welchVariance } from '../src/statistics/variance/welch.ts';
import { sufficient } from './network-sufficient.ts';

const tooLittle = (what: string, need: number, have: number) => ({
  insufficient: { need, have, what },
});

test('a distribution that does not exist has no quantile, and asking for it ends', () => {
  for (const none of [Number.NaN, 0, -1, Number.NEGATIVE_INFINITY]) {
    const values = [
      studentTQuantile(0.975, none),
      fRatioQuantile(0.9, none, 3),
      fRatioQuantile(0.9, 3, none),
      fRatioUpperTail(1, none, 3),
      chiSquareQuantile(0.9, none),
      chiSquareUpperTail(1, none),
      betaQuantile(0.9, none, 2),
      logGamma(none),
    ];
    expect(values).toEqual(values.map(() => Number.NaN));
  }
});

test('groups without any variation are too little data for a test of means', () => {
  expect(welchTest([1, 1, 1], [1, 1])).toEqual(tooLittle('different-values-in-a-group', 2, 1));
  expect(welchTest([1, 1, 1], [2, 2])).toEqual(tooLittle('different-values-in-a-group', 2, 1));
  const oneConstant = [
    [1, 1, 1],
    [2, 3, 4],
  ];
  expect(welchVariance(oneConstant)).toEqual(tooLittle('different-values-in-each-group', 2, 1));
  const alike = [
    [1, 1, 1],
    [1, 1],
  ];
  expect(oneWayVariance(alike)).toEqual(tooLittle('different-values', 2, 1));
  expect(groupReliability(alike)).toEqual(tooLittle('different-values', 2, 1));
});

test('groups with one mean have an ICC(1) below zero and no ICC(2)', () => {
  const result = groupReliability([
    [1, 3],
    [1, 3],
  ]);
  expect(result).toMatchObject({ icc1: -1, icc2: null });
});

test('intraclass correlations: targets that are alike are too little, perfect raters give 1', () => {
  const alike = [
    [1, 1],
    [1, 1],
  ];
  expect(intraclassCorrelations(alike)).toEqual(tooLittle('targets-that-differ', 2, 1));
  const perfect = intraclassCorrelations([
    [1, 1],
    [2, 2],
    [3, 3],
  ]);
  if ('insufficient' in perfect) throw new Error('too little');
  for (const { estimate, interval } of perfect) {
    expect([estimate, interval.low, interval.high]).toEqual([1, 1, 1]);
  }
});

test('items that cancel out have no alpha', () => {
  const answers = [
    [1, 3],
    [2, 2],
    [3, 1],
    [1, 3],
  ];
  expect(cronbachAlpha(answers)).toEqual(tooLittle('different-totals', 2, 1));
});

test('no correlation is called significant when a variable does not vary', () => {
  const options = { permutations: 99 };
  const result = permutationCorrelation([1, 1, 1, 1], [1, 2, 3, 4], seededRandom(1), options);
  expect(result).toEqual(tooLittle('different-values', 2, 1));
  expect(() => kendall([1, Number.NaN, 2], [1, 2, 3])).toThrow(AnalysisInputError);
});

test('a trend needs people with and without the event, and groups in different places', () => {
  const none = [
    { events: 0, of: 5 },
    { events: 0, of: 5 },
  ];
  expect(rateTrend(none)).toEqual(tooLittle('outcomes', 2, 1));
  const some = [
    { events: 1, of: 5 },
    { events: 2, of: 5 },
  ];
  expect(() => rateTrend(some, [1, 1])).toThrow('scores');
});

test('a level outside 0 and 1 is named, whatever the interval', () => {
  const [one, two] = [
    { events: 1, of: 5 },
    { events: 2, of: 5 },
  ];
  const answers = [
    [1, 2],
    [2, 2],
    [3, 1],
    [5, 4],
  ];
  for (const level of [0, 1, 1.5, Number.NaN]) {
    for (const ask of [
      () => wilsonInterval(one, level),
      () => compareRates(one, two, level),
      () => mantelHaenszel([{ exposed: one, unexposed: two }], level),
      () => welchTest([1, 2], [3, 5], level),
      () => cronbachAlpha(answers, level),
      () => intraclassCorrelations(answers, level),
    ]) {
      expect(ask).toThrow('level: must be between 0 and 1');
    }
  }
});

test('numbers whose squares leave the range of a double are refused by name', () => {
  const outcome = [1, 2, 2, 3, 5];
  for (const factor of [1e200, 1e-200]) {
    const values = [1, 2, 3, 5, 4].map((value) => value * factor);
    expect(() => leastSquares({ outcome, predictors: [{ name: 'income', values }] })).toThrow(
      'income',
    );
  }
  const values = [1, 2, 3, 5, 4].map((value) => value * 1e90);
  const fit = sufficient(leastSquares({ outcome, predictors: [{ name: 'income', values }] }));
  const [, slope] = fit.coefficients;
  expect(slope!.estimate * 1e90).toBeCloseTo(0.7, 12);
});

test('a mixed model needs an outcome that varies within some group', () => {
  const group = ['a', 'a', 'b', 'b', 'c', 'c', 'd', 'd'];
  const few = tooLittle('groups-with-different-outcomes', 1, 0);
  for (const outcome of [
    [1, 1, 1, 1, 1, 1, 1, 1],
    [1, 1, 2, 2, 3, 3, 5, 5],
  ]) {
    expect(mixedModel({ outcome, predictors: [], group })).toEqual(few);
  }
});

test('schools that are all alike give no contrast and no ratio', () => {
  const achievement = Array.from({ length: 40 }, (_, i) => ({
    school: `s${i}`,
    poverty: (i * 37) % 100,
    collaboration: i % 7,
    proficient: 50,
  }));
  expect(achievementContrast(achievement)).toMatchObject(
    tooLittle('schools-that-differ-in-achievement', 2, 1),
  );
  const everybodyLeft = Array.from({ length: 40 }, (_, i) => ({
    school: `s${i}`,
    poverty: i % 2 ? 90 : 10,
    collaboration: (i >> 1) % 10,
    teachers: 20,
    movedOrLeft: 20,
  }));
  const found = turnoverByPoverty(everybodyLeft);
  if ('insufficient' in found) throw new Error('too few schools');
  expect(found.levels[0].ratio).toEqual(tooLittle('high-poverty-teachers-who-stayed', 1, 0));
  expect(found.comparison).toEqual(tooLittle('high-poverty-teachers-who-stayed', 1, 0));
});

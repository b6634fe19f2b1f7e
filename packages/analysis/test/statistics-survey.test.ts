import { expect, test } from 'vitest';
import { seededRandom } from '../src/random.ts';
import { standardDeviation } from '../src/statistics/mean.ts';
import type { Coefficient } from '../src/statistics/regression/coefficient.ts';
import { leastSquares } from '../src/statistics/regression/least-squares.ts';
import {
  surveyMean,
  surveyRegression,
  surveyTotal,
} from '../src/statistics/survey/survey-estimate.ts';

test('a simple random sample gives the textbook error, a full count none', () => {
  const values = [3, 5, 4, 8, 9, 2, 6, 7];
  const weights = values.map(() => 10);
  const mean = known(surveyMean(values, { weights })) as Coefficient;
  expect(mean.estimate).toBe(5.5);
  expect(mean.standardError).toBeCloseTo(standardDeviation(values) / Math.sqrt(8), 12);
  expect(mean.degreesOfFreedom).toBe(7);
  const total = known(surveyTotal(values, { weights })) as Coefficient;
  expect(total.standardError).toBeCloseTo(80 * mean.standardError, 9);
  const counted = surveyMean(values, { weights, population: values.map(() => 8) });
  expect((known(counted) as Coefficient).standardError).toBe(0);
});

test('without a design the errors of a regression are the robust ones but for n over n - 1', () => {
  const random = seededRandom(3);
  const x = Array.from({ length: 30 }, random);
  const y = x.map((value) => 2 + value + random());
  const predictors = [{ name: 'x', values: x }];
  const survey = known(
    surveyRegression(y, predictors, { weights: x.map(() => 7) }),
  ) as Coefficient[];
  const robust = leastSquares({ outcome: y, predictors }, { errors: 'HC0' });
  if ('insufficient' in robust) throw new Error('expected a fit');
  for (const [i, { standardError }] of survey.entries()) {
    const want = robust.coefficients[i]!.standardError * Math.sqrt(30 / 29);
    expect(standardError).toBeCloseTo(want, 10);
  }
});

test('intervals of stratified cluster surveys cover the mean of the population', () => {
  const random = seededRandom(31);
  const runs = 600;
  const population = Array.from({ length: 2 }, (_, stratum) =>
    Array.from({ length: stratum === 0 ? 60 : 90 }, () => {
      const level = 5 * stratum + 2 * (random() + random() + random());
      return Array.from({ length: 12 }, () => level + 3 * random());
    }),
  );
  const all = population.flat(2);
  const truth = all.reduce((sum, value) => sum + value, 0) / all.length;
  let covered = 0;
  for (let run = 0; run < runs; run += 1) {
    const rows = population.flatMap((clusters, stratum) => {
      const drawn = clusters.map((values, id) => ({ values, id, key: random() }));
      const chosen = drawn.sort((a, b) => a.key - b.key).slice(0, 15);
      const weight = clusters.length / 15;
      return chosen.flatMap(({ values, id }) =>
        values.map((value) => ({
          value,
          weight,
          stratum,
          id: `${stratum} ${id}`,
          all: clusters.length,
        })),
      );
    });
    const { interval } = known(
      surveyMean(
        rows.map((row) => row.value),
        {
          weights: rows.map((row) => row.weight),
          strata: rows.map((row) => row.stratum),
          cluster: rows.map((row) => row.id),
          population: rows.map((row) => row.all),
        },
      ),
    ) as Coefficient;
    if (interval.low <= truth && truth <= interval.high) covered += 1;
  }
  expect(Math.abs(covered / runs - 0.95)).toBeLessThan(3 * Math.sqrt((0.95 * 0.05) / runs));
});

test('a design that does not fit is named', () => {
  const values = [1, 2, 3];
  const weights = [1, 1, 1];
  expect(() => surveyMean(values, { weights: [1, 0, 1] })).toThrow('weights[1]');
  expect(() => surveyMean(values, { weights: [1, 1] })).toThrow('weights');
  expect(() => surveyMean(values, { weights, strata: ['a', 'a', 'b'] })).toThrow(
    '"b" has one cluster',
  );
  expect(() => surveyMean(values, { weights, population: [2, 2, 2] })).toThrow('population');
  expect(surveyMean([1], { weights: [1] })).toMatchObject({ insufficient: { what: 'rows' } });
});

function known<T extends object>(result: T): Exclude<T, { insufficient: unknown }> {
  if ('insufficient' in result) throw new Error(JSON.stringify(result));
  return result as Exclude<T, { insufficient: unknown }>;
}

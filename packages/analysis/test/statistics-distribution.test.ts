import { expect, test } from 'vitest';
import { betaQuantile } from '../src/statistics/distribution/beta.ts';
import {
  chiSquareLowerTail,
  chiSquareQuantile,
  chiSquareUpperTail,
} from '../src/statistics/distribution/chi-square.ts';
import {
  fRatioLowerTail,
  fRatioQuantile,
  fRatioUpperTail,
} from '../src/statistics/distribution/f-ratio.ts';
import { logGamma } from '../src/statistics/distribution/log-gamma.ts';
import { normalQuantile, normalUpperTail } from '../src/statistics/distribution/normal.ts';
import { studentTQuantile, studentTUpperTail } from '../src/statistics/distribution/student-t.ts';
import { readReferenceJson, referenceCase, reportTotal } from './reference.ts';

/** Each row holds the arguments and the expected value, made with mpmath at 50 digits. */
const expected = readReferenceJson('stats/distributions.json') as Record<string, number[][]>;

const functions: [string, string, (...args: number[]) => number, number?][] = [
  ['normal tail', 'normal_upper', normalUpperTail],
  ['normal quantile', 'normal_quantile', normalQuantile],
  ['log gamma', 'log_gamma', logGamma],
  ['chi-square upper tail', 'chi_square', chiSquareUpperTail, 2],
  ['chi-square lower tail', 'chi_square', chiSquareLowerTail, 3],
  ['t tail', 'student_t_upper', studentTUpperTail],
  ['F upper tail', 'f_upper', fRatioUpperTail, 3],
  ['F lower tail', 'f_upper', fRatioLowerTail, 4],
  ['t quantile', 't_quantile', studentTQuantile],
  ['chi-square quantile', 'chi_quantile', chiSquareQuantile],
  ['F quantile', 'f_quantile', fRatioQuantile],
  ['beta quantile', 'beta_quantile', betaQuantile],
];

/** A tail of 1e-138 is exp(-316): the exponent's own last digit costs a few units of 1e-14. */
const allowed = (value: number) => 2e-14 + 3e-16 * Math.abs(Math.log(Math.abs(value) + 1e-300));

for (const [name, key, f, at] of functions) {
  referenceCase(name, (compare) => {
    for (const row of expected[key]!) {
      const want = row[at ?? row.length - 1]!;
      const args = row.slice(0, f.length || row.length - 1);
      compare.close(`${name}(${args})`, f(...args), want, allowed(want), 1e-300);
    }
  });
}

reportTotal('distributions');

test('ends and impossible arguments', () => {
  expect(normalQuantile(0)).toBe(Number.NEGATIVE_INFINITY);
  expect(normalQuantile(1)).toBe(Number.POSITIVE_INFINITY);
  expect(normalQuantile(2)).toBeNaN();
  expect(studentTQuantile(0.975, Number.POSITIVE_INFINITY)).toBe(normalQuantile(0.975));
  expect(studentTUpperTail(Number.POSITIVE_INFINITY, 5)).toBe(0);
  expect(fRatioUpperTail(0, 2, 3)).toBe(1);
  expect(chiSquareQuantile(1, 4)).toBe(Number.POSITIVE_INFINITY);
  expect(betaQuantile(0, 1, 2)).toBe(0);
});

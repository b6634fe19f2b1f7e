import { AnalysisInputError } from '../../errors.ts';
import { checkLevel } from '../check-level.ts';
import { chiSquareUpperTail } from '../distribution/chi-square.ts';
import { normalQuantile } from '../distribution/normal.ts';
import type { Insufficient } from '../insufficient.ts';
import { insufficient } from '../insufficient.ts';
import type { Interval } from '../regression/coefficient.ts';
import type { Count } from './proportion-intervals.ts';
import { checkCount } from './proportion-intervals.ts';

/** One stratum, such as the schools of one poverty level. */
export type Stratum = { readonly exposed: Count; readonly unexposed: Count };

export type MantelHaenszel = {
  readonly strata: number;
  readonly oddsRatio: { readonly estimate: number; readonly interval: Interval };
  readonly riskRatio: { readonly estimate: number; readonly interval: Interval };
  readonly riskDifference: { readonly estimate: number; readonly interval: Interval };
  /** Of no association in any stratum, without continuity correction. */
  readonly test: { readonly statistic: number; readonly df: 1; readonly p: number };
  readonly assumptions: readonly ['independent-people', 'same-ratio-in-every-stratum'];
};

/**
 * Odds ratio, risk ratio and risk difference common to several strata.
 * @param strata  At least one; counts are whole numbers.
 * @param level  Default 0.95.
 * @returns the estimates, or `insufficient` when no stratum tells the groups apart.
 * @throws {AnalysisInputError} naming a count that is no count.
 * @complexity O(strata)
 * @source Mantel & Haenszel 1959, JNCI 22:719-748; Robins, Breslow & Greenland 1986, Biometrics
 *   42:311-323 (odds ratio); Greenland & Robins 1985, Biometrics 41:55-68 (risks).
 * @checked against R mantelhaen.test on the STAR cohort and on published admissions data.
 */
export function mantelHaenszel(
  strata: readonly Stratum[],
  level = 0.95,
): MantelHaenszel | Insufficient {
  checkLevel(level);
  if (strata.length === 0) throw new AnalysisInputError('strata', 'needs at least one');
  const sums = new Map<string, number>();
  const add = (key: string, value: number) => sums.set(key, (sums.get(key) ?? 0) + value);
  for (const [index, { exposed, unexposed }] of strata.entries()) {
    checkCount(`strata[${index}].exposed`, exposed);
    checkCount(`strata[${index}].unexposed`, unexposed);
    addStratum(add, exposed, unexposed);
  }
  const sum = (key: string) => sums.get(key)!;
  if (sum('variance') === 0 || sum('S') === 0 || sum('below') === 0 || sum('R') === 0) {
    return insufficient('informative-strata', 1, 0);
  }
  const z = normalQuantile((1 + level) / 2);
  const statistic = (sum('a') - sum('expected')) ** 2 / sum('variance');
  const logOddsVariance =
    sum('PR') / (2 * sum('R') ** 2) +
    sum('PSQR') / (2 * sum('R') * sum('S')) +
    sum('QS') / (2 * sum('S') ** 2);
  const logRiskVariance = sum('riskTerm') / (sum('above') * sum('below'));
  const difference = sum('difference') / sum('weight');
  const reach = (z * Math.sqrt(sum('differenceTerm'))) / sum('weight');
  return {
    strata: strata.length,
    oddsRatio: ratio(sum('R') / sum('S'), logOddsVariance, z, level),
    riskRatio: ratio(sum('above') / sum('below'), logRiskVariance, z, level),
    riskDifference: {
      estimate: difference,
      interval: { low: difference - reach, high: difference + reach, level },
    },
    test: { statistic, df: 1, p: chiSquareUpperTail(statistic, 1) },
    assumptions: ['independent-people', 'same-ratio-in-every-stratum'],
  };
}

function addStratum(add: (key: string, value: number) => void, one: Count, two: Count): void {
  const [a, b, c, d] = [one.events, one.of - one.events, two.events, two.of - two.events];
  const n = one.of + two.of;
  const events = a + c;
  const [p, q] = [(a + d) / n, (b + c) / n];
  const [r, s] = [(a * d) / n, (b * c) / n];
  add('R', r);
  add('S', s);
  add('PR', p * r);
  add('PSQR', p * s + q * r);
  add('QS', q * s);
  add('a', a);
  add('expected', (one.of * events) / n);
  add('variance', (one.of * two.of * events * (n - events)) / (n * n * (n - 1)));
  add('above', (a * two.of) / n);
  add('below', (c * one.of) / n);
  add('riskTerm', (one.of * two.of * events - a * c * n) / n ** 2);
  add('weight', (one.of * two.of) / n);
  add('difference', (a * two.of - c * one.of) / n);
  add('differenceTerm', (a * b * two.of ** 3 + c * d * one.of ** 3) / (one.of * two.of * n ** 2));
}

function ratio(estimate: number, logVariance: number, z: number, level: number) {
  const reach = Math.exp(z * Math.sqrt(logVariance));
  return { estimate, interval: { low: estimate / reach, high: estimate * reach, level } };
}

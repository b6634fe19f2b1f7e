import { AnalysisInputError } from '../../errors.ts';
import type { Insufficient } from '../insufficient.ts';
import { insufficient } from '../insufficient.ts';
import { mean } from '../mean.ts';

/** Expected range of two normal values in standard deviations, as published charts print it. */
export const RANGE_OF_TWO = 1.128;

/** Upper limit of a moving range of two over its mean, as published charts print it. */
const RANGE_LIMIT = 3.267;

export type IndividualsChart = {
  readonly centre: number;
  readonly lower: number;
  readonly upper: number;
  readonly movingRanges: readonly number[];
  readonly movingRangeMean: number;
  readonly movingRangeUpper: number;
  /** Positions of values outside the limits, from 0. */
  readonly outside: readonly number[];
  /** Positions of values whose moving range from the one before is above its limit. */
  readonly outsideRange: readonly number[];
  readonly assumptions: readonly ['independent-points', 'ordered-in-time', 'roughly-normal'];
};

/**
 * XmR chart: single values over time with limits from their moving ranges.
 * @param values  In time order, finite. Not mutated.
 * @param rangeOfTwo  d2, the constant between moving range and standard deviation; default 1.128.
 * @returns the chart, or `insufficient` for fewer than ten values.
 * @throws {AnalysisInputError} on a value that is not finite.
 * @complexity O(n)
 * @source Shewhart 1931; NIST/SEMATECH e-Handbook of Statistical Methods, section 6.3.2.2.
 * @checked against the handbook's published limits.
 */
export function individualsChart(
  values: readonly number[],
  rangeOfTwo = RANGE_OF_TWO,
): IndividualsChart | Insufficient {
  const bad = values.findIndex((value) => !Number.isFinite(value));
  if (bad >= 0) throw new AnalysisInputError(`values[${bad}]`, 'is not a finite number');
  if (!(rangeOfTwo > 0)) throw new AnalysisInputError('rangeOfTwo', 'must be above 0');
  if (values.length < 10) return insufficient('values', 10, values.length);
  const centre = mean(values);
  const movingRanges = values.slice(1).map((value, i) => Math.abs(value - values[i]!));
  const movingRangeMean = mean(movingRanges);
  const reach = (3 * movingRangeMean) / rangeOfTwo;
  const movingRangeUpper = RANGE_LIMIT * movingRangeMean;
  const positions = values.map((_, i) => i);
  return {
    centre,
    lower: centre - reach,
    upper: centre + reach,
    movingRanges,
    movingRangeMean,
    movingRangeUpper,
    outside: positions.filter((i) => Math.abs(values[i]! - centre) > reach),
    outsideRange: positions.filter((i) => i > 0 && movingRanges[i - 1]! > movingRangeUpper),
    assumptions: ['independent-points', 'ordered-in-time', 'roughly-normal'],
  };
}

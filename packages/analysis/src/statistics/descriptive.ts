import { AnalysisInputError } from '../errors.ts';
import type { Insufficient } from './insufficient.ts';
import { insufficient } from './insufficient.ts';
import { mean, squaresAbout } from './mean.ts';
import { quantile } from './quantile.ts';

export type Description = {
  readonly count: number;
  readonly mean: number;
  /** Null for a single value. */
  readonly standardDeviation: number | null;
  readonly minimum: number;
  readonly lowerQuartile: number;
  readonly median: number;
  readonly upperQuartile: number;
  readonly maximum: number;
};

/**
 * What a column of numbers looks like.
 * @param values  Finite, any unit. Not mutated.
 * @returns the description, or `insufficient` for no values. Quartiles are of type 7.
 * @throws {AnalysisInputError} on a value that is not finite.
 * @complexity O(n log n)
 */
export function describeNumbers(values: readonly number[]): Description | Insufficient {
  const bad = values.findIndex((value) => !Number.isFinite(value));
  if (bad >= 0) throw new AnalysisInputError(`values[${bad}]`, 'is not a finite number');
  const count = values.length;
  if (count === 0) return insufficient('values', 1, 0);
  const sorted = Float64Array.from(values).sort();
  const centre = mean(sorted);
  return {
    count,
    mean: centre,
    standardDeviation: count > 1 ? Math.sqrt(squaresAbout(sorted, centre) / (count - 1)) : null,
    minimum: sorted[0]!,
    lowerQuartile: quantile(sorted, 0.25),
    median: quantile(sorted, 0.5),
    upperQuartile: quantile(sorted, 0.75),
    maximum: sorted[count - 1]!,
  };
}

import { AnalysisInputError } from '../errors.ts';

/**
 * Quantile by linear interpolation between order statistics (type 7 of Hyndman and Fan).
 * @param values  At least one, finite, in any order. Not mutated.
 * @param p  In [0, 1].
 * @source Hyndman & Fan 1996, The American Statistician 50(4):361-365.
 */
export function quantile(values: ArrayLike<number>, p: number): number {
  if (!(p >= 0 && p <= 1)) throw new AnalysisInputError('p', 'must be between 0 and 1');
  if (values.length === 0) throw new AnalysisInputError('values', 'needs at least one number');
  const sorted = Float64Array.from(values).sort();
  const place = (sorted.length - 1) * p;
  const below = Math.floor(place);
  const above = Math.min(below + 1, sorted.length - 1);
  return sorted[below]! + (place - below) * (sorted[above]! - sorted[below]!);
}

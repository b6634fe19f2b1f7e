import { AnalysisInputError } from '../errors.ts';

/**
 * The median: the middle value, or the mean of the two middle values.
 * @param values  Any unit; at least one, finite. Not mutated.
 * @throws {AnalysisInputError} naming `values` when it is empty.
 * @complexity O(n log n)
 */
export function median(values: readonly number[]): number {
  if (values.length === 0) throw new AnalysisInputError('values', 'needs at least one number');
  const sorted = Float64Array.from(values).sort();
  const middle = sorted.length >> 1;
  if (sorted.length % 2 === 1) return sorted[middle]!;
  return (sorted[middle - 1]! + sorted[middle]!) / 2;
}

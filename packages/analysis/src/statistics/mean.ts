import { AnalysisInputError } from '../errors.ts';
import { exactSum } from './linear/exact-dot.ts';

/**
 * Arithmetic mean, summed with twice the digits.
 * @param values  At least one, finite. Not mutated.
 * @throws {AnalysisInputError} naming `values` when it is empty.
 */
export function mean(values: ArrayLike<number>): number {
  if (values.length === 0) throw new AnalysisInputError('values', 'needs at least one number');
  return exactSum(values) / values.length;
}

/**
 * Sample variance (n - 1 in the denominator), in two passes with a correction.
 * @param values  At least two, finite. Not mutated.
 * @source Chan, Golub & LeVeque 1983, The American Statistician 37(3):242-247.
 */
export function variance(values: ArrayLike<number>): number {
  if (values.length < 2) throw new AnalysisInputError('values', 'needs at least two numbers');
  return squaresAbout(values, mean(values)) / (values.length - 1);
}

/** Sample standard deviation. */
export function standardDeviation(values: ArrayLike<number>): number {
  return Math.sqrt(variance(values));
}

/** Sum of squared distances from the mean. */
export function squaresAbout(values: ArrayLike<number>, centre: number): number {
  let [squares, rest] = [0, 0];
  for (let i = 0; i < values.length; i += 1) {
    const difference = values[i]! - centre;
    squares += difference * difference;
    rest += difference;
  }
  return squares - (rest * rest) / values.length;
}

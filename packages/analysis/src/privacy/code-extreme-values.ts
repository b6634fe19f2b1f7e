import { AnalysisInputError } from '../errors.ts';
import { type Insufficient, insufficient } from '../statistics/insufficient.ts';

export interface CodedValues {
  /** Values in the given order; extreme ones replaced by the limits. */
  readonly values: readonly number[];
  /** Shown as "this or less"; at least `tail` people share it. */
  readonly bottom: number;
  /** Shown as "this or more"; at least `tail` people share it. */
  readonly top: number;
  /** How many were replaced at each end. */
  readonly replaced: { readonly bottom: number; readonly top: number };
}

/**
 * Top and bottom coding of single values (years of service, ages): nobody stands out at either end.
 * @param values  Finite, any unit. Not mutated.
 * @param tail  Fewest people who share the largest shown value, and the smallest; at least 1.
 * @returns The coded values; or { insufficient } with fewer than 2 tail values. Deterministic.
 * @throws {AnalysisInputError} on a value that is not finite, or a tail below 1.
 * @complexity O(n log n).
 */
export function codeExtremeValues(
  values: readonly number[],
  tail: number,
): CodedValues | Insufficient {
  if (!Number.isSafeInteger(tail) || tail < 1) {
    throw new AnalysisInputError('tail', 'must be a whole number of at least 1');
  }
  if (values.some((value) => !Number.isFinite(value))) {
    throw new AnalysisInputError('values', 'must be finite numbers');
  }
  if (values.length < 2 * tail) return insufficient('values', 2 * tail, values.length);
  const sorted = [...values].sort((a, b) => a - b);
  const [bottom, top] = [sorted[tail - 1]!, sorted[sorted.length - tail]!];
  return {
    values: values.map((value) => Math.min(top, Math.max(bottom, value))),
    bottom,
    top,
    replaced: {
      bottom: values.filter((value) => value < bottom).length,
      top: values.filter((value) => value > top).length,
    },
  };
}

import { AnalysisInputError } from '../errors.ts';
import { type Insufficient, insufficient } from '../statistics/insufficient.ts';

/** A share as it may be shown. */
export type CodedShare =
  | { readonly kind: 'exact'; readonly share: number }
  /** Fewer than the tail: the share is below this. */
  | { readonly kind: 'below'; readonly share: number }
  /** All but fewer than the tail: the share is above this. */
  | { readonly kind: 'above'; readonly share: number };

/**
 * Top and bottom coding of a share, because "100 % of them" says something about each one.
 * @param count  How many of `base`, whole numbers, 0 <= count <= base.
 * @param minimum  Smallest base for which any share is shown.
 * @param tail  Fewest people who may be told apart at either end; default 3.
 * @returns `below` tail / base when fewer than the tail are counted, none included; `above` likewise
 *   from the other end; { insufficient } when the base is below the minimum, or so small that every
 *   share would be coded at both ends.
 * @throws {AnalysisInputError} on counts or options that are none.
 */
export function codeExtremeShare(
  count: number,
  base: number,
  minimum: number,
  tail = 3,
): CodedShare | Insufficient {
  const isCount = (value: number) => Number.isSafeInteger(value) && value >= 0;
  if (!isCount(base)) throw new AnalysisInputError('base', 'must be a whole number of people');
  if (!isCount(count) || count > base) {
    throw new AnalysisInputError('count', 'must be a whole number from 0 to base');
  }
  if (!isCount(tail) || tail < 1) throw new AnalysisInputError('tail', 'must be at least 1');
  if (!isCount(minimum)) throw new AnalysisInputError('minimum', 'must be a whole number');
  const need = Math.max(minimum, 2 * tail);
  if (base < need) return insufficient('people', need, base);
  if (count < tail) return { kind: 'below', share: tail / base };
  if (base - count < tail) return { kind: 'above', share: (base - tail) / base };
  return { kind: 'exact', share: count / base };
}

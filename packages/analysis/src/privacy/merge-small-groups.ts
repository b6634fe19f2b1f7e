import { AnalysisInputError } from '../errors.ts';
import { type Insufficient, insufficient } from '../statistics/insufficient.ts';

export interface MergedGroup {
  /** Names of the groups that are shown as one; a single name for a group that stands alone. */
  readonly names: readonly string[];
  readonly people: number;
}

/**
 * Puts groups that are too small to be shown together, so that everyone still counts.
 * @param groups  Name and number of people. Not mutated.
 * @param minimum  Fewest people of whom anything is shown.
 * @returns Groups in the given order, then the merged one. When all small groups together are still
 *   too few, the smallest of the others joins them: otherwise total minus shown would tell about
 *   them. { insufficient } when everybody together is fewer than the minimum. Groups without people
 *   are left out.
 * @throws {AnalysisInputError} on a number of people or a minimum that is none.
 * @complexity O(n log n).
 */
export function mergeSmallGroups(
  groups: readonly { readonly name: string; readonly people: number }[],
  minimum: number,
): readonly MergedGroup[] | Insufficient {
  if (!Number.isSafeInteger(minimum) || minimum < 1) {
    throw new AnalysisInputError('minimum', 'must be a whole number of at least 1');
  }
  if (groups.some(({ people }) => !Number.isSafeInteger(people) || people < 0)) {
    throw new AnalysisInputError('groups', 'people must be whole numbers');
  }
  const present = groups.filter(({ people }) => people > 0);
  const size = (some: typeof present) => some.reduce((sum, { people }) => sum + people, 0);
  if (size(present) < minimum) return insufficient('people', minimum, size(present));
  const bySize = [...present].sort((a, b) => a.people - b.people);
  let joined = bySize.findIndex(({ people }) => people >= minimum);
  if (joined < 0) joined = bySize.length;
  while (joined > 0 && size(bySize.slice(0, joined)) < minimum) joined += 1;
  const small = new Set(bySize.slice(0, joined));
  const alone = present.filter((group) => !small.has(group));
  const merged = present.filter((group) => small.has(group));
  const shown = alone.map(({ name, people }) => ({ names: [name], people }));
  if (merged.length === 0) return shown;
  return [...shown, { names: merged.map(({ name }) => name), people: size(merged) }];
}

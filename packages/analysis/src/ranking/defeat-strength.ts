import type { PairwiseTable } from './pairwise-table.ts';

/** How strong a won comparison is: the weight that won it, or by how much it won. */
export type Strength = 'winning' | 'margin';

/** The strength of a over b in units of weight; 0 when a does not beat b. */
export function defeatStrength(
  { units }: PairwiseTable,
  a: number,
  b: number,
  strength: Strength,
): bigint {
  const [support, opposition] = [units[a]![b]!, units[b]![a]!];
  if (support <= opposition) return 0n;
  return strength === 'winning' ? support : support - opposition;
}

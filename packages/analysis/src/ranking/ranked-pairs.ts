import { defeatStrength, type Strength } from './defeat-strength.ts';
import type { PairwiseTable } from './pairwise-table.ts';
import type { Tiers } from './tiers.ts';

export interface RankedPairsResult {
  readonly strength: Strength;
  /** Options that no locked pair places under another one come first, and so on. */
  readonly ranking: Tiers;
  /** The pairs that stand, strongest first: the first option above the second. */
  readonly locked: readonly (readonly [string, string])[];
  /** Pairs of the same strength existed, and the order of options decided which came first. */
  readonly equalStrengthPairs: boolean;
  /** Equal strength: more winning votes, then fewer losing ones, then the order of options. */
  readonly ties: 'order-of-options';
  readonly unranked: PairwiseTable['unranked'];
}

interface Pair {
  readonly above: number;
  readonly below: number;
  readonly strength: bigint;
  readonly support: bigint;
  readonly opposition: bigint;
}

/**
 * Ranked pairs: won comparisons are locked from the strongest to the weakest, except those that
 * would close a circle.
 * @param strength  Default `winning` votes; Tideman's paper uses `margin`.
 * @complexity O(options^4) at worst.
 * @source Tideman 1987, Social Choice and Welfare 4:185.
 * @checked against ranking/expected/*.json (ranked_pairs_winning, ranked_pairs_margin), Condorcet PHP 4.5.1.
 */
export function rankedPairs(
  table: PairwiseTable,
  strength: Strength = 'winning',
): RankedPairsResult {
  const { options } = table;
  const pairs = wonPairs(table, strength);
  const reach = options.map(() => options.map(() => false));
  const locked = pairs.filter((pair) => lock(pair, reach));
  return {
    strength,
    ranking: orderByReach(reach).map((tier) => tier.map((option) => options[option]!)),
    locked: locked.map(({ above, below }) => [options[above]!, options[below]!]),
    equalStrengthPairs: pairs.some((pair, index) => {
      const next = pairs[index + 1];
      return next !== undefined && byStrength(pair, next) === 0;
    }),
    ties: 'order-of-options',
    unranked: table.unranked,
  };
}

function wonPairs(table: PairwiseTable, strength: Strength): Pair[] {
  const { options, units } = table;
  const pairs = options.flatMap((_, above) =>
    options.map((_, below) => ({
      above,
      below,
      strength: defeatStrength(table, above, below, strength),
      support: units[above]![below]!,
      opposition: units[below]![above]!,
    })),
  );
  return pairs
    .filter((pair) => pair.strength > 0n)
    .sort((a, b) => byStrength(a, b) || a.above - b.above || a.below - b.below);
}

function byStrength(a: Pair, b: Pair): number {
  return (
    descending(a.strength, b.strength) ||
    descending(a.support, b.support) ||
    descending(b.opposition, a.opposition)
  );
}

const descending = (a: bigint, b: bigint) => (a > b ? -1 : a < b ? 1 : 0);

/** Locks a pair unless `below` already stands above `above`; says whether it did. */
function lock({ above, below }: Pair, reach: boolean[][]): boolean {
  if (reach[below]![above]) return false;
  reach.forEach((row, from) => {
    if (from !== above && !row[above]) return;
    row[below] = true;
    reach[below]!.forEach((reached, to) => {
      if (reached) row[to] = true;
    });
  });
  return true;
}

function orderByReach(reach: readonly (readonly boolean[])[]): number[][] {
  const order: number[][] = [];
  let left = reach.map((_, option) => option);
  while (left.length > 0) {
    const top = left.filter((a) => !left.some((b) => reach[b]![a]));
    order.push(top);
    left = left.filter((option) => !top.includes(option));
  }
  return order;
}

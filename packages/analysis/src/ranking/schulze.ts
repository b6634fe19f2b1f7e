import { defeatStrength, type Strength } from './defeat-strength.ts';
import type { PairwiseTable } from './pairwise-table.ts';
import { type Rational, rational } from './rational.ts';
import type { Tiers } from './tiers.ts';

export interface SchulzeResult {
  readonly strength: Strength;
  /** Options that no other one beats by a stronger path. */
  readonly winners: readonly string[];
  /** Winners first, then the winners among the rest, and so on. */
  readonly ranking: Tiers;
  /** Strength of the strongest path from one option to another, in voices. */
  readonly paths: readonly (readonly Rational[])[];
  readonly ties: 'shared-place';
  readonly unranked: PairwiseTable['unranked'];
}

/**
 * Schulze's method: a beats b when its strongest path to b is stronger than b's to a; a path is as
 * strong as its weakest step.
 * @param strength  Default `winning` votes.
 * @complexity O(options^3).
 * @source Schulze 2011, Social Choice and Welfare 36:267.
 * @checked against ranking/expected/*.json (schulze_winning, schulze_margin), Condorcet PHP 4.5.1.
 */
export function schulze(table: PairwiseTable, strength: Strength = 'winning'): SchulzeResult {
  const { options } = table;
  const { levels, exactLevel } = strengthLevels(table, strength);
  const size = options.length;
  strongestPaths(levels, size);
  const ranking = orderByPaths(levels, size).map((tier) => tier.map((option) => options[option]!));
  const voices = new Map<number, Rational>();
  const voicesOf = (level: number): Rational => {
    const known = voices.get(level) ?? rational(exactLevel(level), table.scale);
    voices.set(level, known);
    return known;
  };
  const paths = options.map((_, a) => options.map((_, b) => voicesOf(levels[a * size + b]!)));
  const { unranked } = table;
  return { strength, winners: ranking[0]!, ranking, paths, ties: 'shared-place', unranked };
}

/** Strengths as doubles: themselves where they fit, else their ranks, since only their order matters. */
function strengthLevels(table: PairwiseTable, strength: Strength) {
  const size = table.options.length;
  const strengths = new Array<bigint>(size * size);
  let highest = 0n;
  for (let a = 0; a < size; a++) {
    for (let b = 0; b < size; b++) {
      const value = defeatStrength(table, a, b, strength);
      strengths[a * size + b] = value;
      if (value > highest) highest = value;
    }
  }
  if (highest <= BigInt(Number.MAX_SAFE_INTEGER)) {
    return { levels: Float64Array.from(strengths, Number), exactLevel: BigInt };
  }
  const sorted = [...new Set([0n, ...strengths])].sort((x, y) => (x < y ? -1 : 1));
  const rank = new Map(sorted.map((value, index) => [value, index]));
  const levels = Float64Array.from(strengths, (value) => rank.get(value)!);
  return { levels, exactLevel: (level: number) => sorted[level]! };
}

/** Widest paths in place (Floyd and Warshall's recursion with minimum and maximum). */
function strongestPaths(levels: Float64Array, size: number): void {
  for (let via = 0; via < size; via++) {
    const second = via * size;
    for (let from = 0; from < size; from++) {
      const row = from * size;
      const first = levels[row + via]!;
      if (from === via || first === 0) continue;
      for (let to = 0; to < size; to++) {
        const path = Math.min(first, levels[second + to]!);
        if (path > levels[row + to]! && to !== from) levels[row + to] = path;
      }
    }
  }
}

function orderByPaths(levels: Float64Array, size: number): number[][] {
  const order: number[][] = [];
  let left = Array.from({ length: size }, (_, option) => option);
  while (left.length > 0) {
    const unbeaten = (a: number) =>
      left.every((b) => levels[a * size + b]! >= levels[b * size + a]!);
    const top = left.filter(unbeaten);
    order.push(top);
    left = left.filter((option) => !top.includes(option));
  }
  return order;
}

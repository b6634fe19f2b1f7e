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
  const { options, scale } = table;
  const { levels, grades } = gradeStrengths(table, strength);
  const size = options.length;
  strongestPaths(grades, size);
  const ranking = orderByPaths(grades, size).map((tier) => tier.map((option) => options[option]!));
  const paths = options.map((_, a) =>
    options.map((_, b) => rational(levels[grades[a * size + b]!]!, scale)),
  );
  return { strength, winners: ranking[0]!, ranking, paths, ties: 'shared-place' };
}

/** Strengths replaced by their ranks: only their order matters, and small integers are fast. */
function gradeStrengths(table: PairwiseTable, strength: Strength) {
  const { options } = table;
  const strengths = options.flatMap((_, a) =>
    options.map((_, b) => defeatStrength(table, a, b, strength)),
  );
  const levels = [...new Set([0n, ...strengths])].sort((x, y) => (x < y ? -1 : 1));
  const gradeOf = new Map(levels.map((level, grade) => [level, grade]));
  return { levels, grades: Int32Array.from(strengths, (value) => gradeOf.get(value)!) };
}

/** Widest paths in place (Floyd and Warshall's recursion with minimum and maximum). */
function strongestPaths(grades: Int32Array, size: number): void {
  for (let via = 0; via < size; via++) {
    for (let from = 0; from < size; from++) {
      if (from === via) continue;
      const first = grades[from * size + via]!;
      for (let to = 0; to < size; to++) {
        const path = Math.min(first, grades[via * size + to]!);
        if (to !== from && to !== via && path > grades[from * size + to]!) {
          grades[from * size + to] = path;
        }
      }
    }
  }
}

function orderByPaths(grades: Int32Array, size: number): number[][] {
  const order: number[][] = [];
  let left = Array.from({ length: size }, (_, option) => option);
  while (left.length > 0) {
    const unbeaten = (a: number) =>
      left.every((b) => grades[a * size + b]! >= grades[b * size + a]!);
    const top = left.filter(unbeaten);
    order.push(top);
    left = left.filter((option) => !top.includes(option));
  }
  return order;
}

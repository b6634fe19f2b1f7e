import { AnalysisInputError } from '../errors.ts';
import { rankBiasedOverlap } from './rank-biased-overlap.ts';
import { type Rational, rational } from './rational.ts';
import type { Tiers } from './tiers.ts';

export interface ConstituencyRanking {
  readonly constituency: string;
  readonly ranking: Tiers;
}

export interface PairOverlap {
  readonly constituencies: readonly [string, string];
  /** Shared top priorities / all top priorities of the two; null when neither has one. */
  readonly jaccard: Rational | null;
  /** Whole rankings, from the top down; null when one is empty. */
  readonly rankBiasedOverlap: number | null;
}

export interface PriorityOverlap {
  readonly top: number;
  readonly persistence: number;
  /** The top priorities of each constituency, best first. */
  readonly topPriorities: readonly {
    readonly constituency: string;
    readonly options: readonly string[];
  }[];
  /** Every option that is somewhere a top priority, with who ranks it there; most widely shared first. */
  readonly options: readonly {
    readonly option: string;
    readonly constituencies: readonly string[];
  }[];
  /** Options that are a top priority of every constituency. */
  readonly sharedByAll: readonly string[];
  readonly pairs: readonly PairOverlap[];
  /** Options tied across the last top place are all in. */
  readonly ties: 'whole-tier-included';
}

/**
 * Where the top priorities of constituencies overlap.
 * @param rankings  One for each constituency; different options allowed, those that it does not
 *   support left out (`keepSupported`): all of them share its last place. Not mutated.
 * @param top  How many places count as top priorities, at least 1; a tier across the last of them
 *   counts as a whole.
 * @param persistence  See `rankBiasedOverlap`; default 0.9.
 * @throws {AnalysisInputError} on a bad `top` or persistence, or a constituency named twice.
 * @complexity O(constituencies^2 x options).
 * @source Jaccard 1901; Webber, Moffat & Zobel 2010.
 * @checked against sets by hand, ranking-overlap.test.ts.
 */
export function priorityOverlap(
  rankings: readonly ConstituencyRanking[],
  top: number,
  persistence = 0.9,
): PriorityOverlap {
  if (!Number.isSafeInteger(top) || top < 1) {
    throw new AnalysisInputError('top', 'must be a whole number of at least 1');
  }
  if (new Set(rankings.map(({ constituency }) => constituency)).size < rankings.length) {
    throw new AnalysisInputError('rankings', 'name a constituency twice');
  }
  const topPriorities = rankings.map(({ constituency, ranking }) => ({
    constituency,
    options: topOf(ranking, top),
  }));
  const options = whoRanksHigh(topPriorities);
  return {
    top,
    persistence,
    topPriorities,
    options,
    sharedByAll: options
      .filter(({ constituencies }) => constituencies.length === rankings.length)
      .map(({ option }) => option),
    pairs: pairOverlaps(rankings, top, persistence),
    ties: 'whole-tier-included',
  };
}

/** |a and b| / |a or b|; null when both are empty. */
export function jaccard(a: readonly string[], b: readonly string[]): Rational | null {
  const [first, second] = [new Set(a), new Set(b)];
  const shared = [...first].filter((option) => second.has(option)).length;
  const union = first.size + second.size - shared;
  return union === 0 ? null : rational(shared, union);
}

function topOf(ranking: Tiers, top: number): string[] {
  const options: string[] = [];
  for (const tier of ranking) {
    if (options.length >= top) break;
    options.push(...tier);
  }
  return options;
}

function whoRanksHigh(topPriorities: PriorityOverlap['topPriorities']) {
  const who = new Map<string, string[]>();
  for (const { constituency, options } of topPriorities) {
    for (const option of options) who.set(option, [...(who.get(option) ?? []), constituency]);
  }
  return [...who]
    .map(([option, constituencies]) => ({ option, constituencies }))
    .sort((a, b) => b.constituencies.length - a.constituencies.length);
}

function pairOverlaps(
  rankings: readonly ConstituencyRanking[],
  top: number,
  persistence: number,
): PairOverlap[] {
  return rankings.flatMap((one, index) =>
    rankings.slice(index + 1).map((other) => ({
      constituencies: [one.constituency, other.constituency] as const,
      jaccard: jaccard(topOf(one.ranking, top), topOf(other.ranking, top)),
      rankBiasedOverlap: rankBiasedOverlap(one.ranking, other.ranking, persistence),
    })),
  );
}

import type { PairwiseTable } from './pairwise-table.ts';
import { rational } from './rational.ts';
import { rankByScore, type ScoreRanking } from './tiers.ts';

export interface CopelandResult extends ScoreRanking {
  readonly unranked: PairwiseTable['unranked'];
}

/**
 * Copeland's rule: direct comparisons won minus lost; a draw counts nothing.
 * @complexity O(options^2).
 * @source Copeland 1951.
 * @checked against ranking/expected/*.json (copeland), Condorcet PHP 4.5.1.
 */
export function copeland({ options, units, unranked }: PairwiseTable): CopelandResult {
  const scores = options.map((_, a) => {
    let score = 0;
    options.forEach((_, b) => {
      if (units[a]![b]! > units[b]![a]!) score += 1;
      if (units[a]![b]! < units[b]![a]!) score -= 1;
    });
    return rational(score);
  });
  return { ...rankByScore(options, scores), unranked };
}

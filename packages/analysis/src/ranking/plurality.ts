import type { RankedProfile } from './ranked-profile.ts';
import { SharedTally } from './share-by-tier.ts';
import { rankByScore, type ScoreRanking } from './tiers.ts';

/**
 * First preferences. Options that share the first place of a ballot divide it evenly.
 * @returns Exact scores in voices, and the ranking with shared places.
 * @complexity O(ballots).
 * @checked against ranking/expected/*.json (plurality).
 */
export function plurality(profile: RankedProfile): ScoreRanking {
  const tally = new SharedTally(profile.options.length);
  for (const { units, tiers } of profile.ballots) {
    const first = tiers[0]!;
    for (const option of first) tally.give(option, units, first.length);
  }
  return rankByScore(profile.options, tally.totals(profile.scale));
}

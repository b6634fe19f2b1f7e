import type { RankedProfile } from './ranked-profile.ts';
import { SharedTally } from './share-by-tier.ts';
import { rankByScore, type ScoreRanking } from './tiers.ts';

export interface PluralityResult extends ScoreRanking {
  readonly equalPreferences: 'divided-evenly';
  /** Only the first place counts. */
  readonly unranked: 'no-voice';
}

/**
 * First preferences. Options that share the first place of a ballot divide it evenly.
 * @returns Exact scores in voices, and the ranking with shared places.
 * @complexity O(ballots).
 * @checked against ranking/expected/*.json (plurality).
 */
export function plurality(profile: RankedProfile): PluralityResult {
  const tally = new SharedTally(profile.options.length);
  for (const { units, tiers } of profile.ballots) {
    const first = tiers[0]!;
    for (const option of first) tally.give(option, units, first.length);
  }
  const ranking = rankByScore(profile.options, tally.totals(profile.scale));
  return { ...ranking, equalPreferences: 'divided-evenly', unranked: 'no-voice' };
}

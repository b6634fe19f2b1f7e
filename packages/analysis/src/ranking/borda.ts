import type { NumberedBallot, RankedProfile } from './ranked-profile.ts';
import { SharedTally } from './share-by-tier.ts';
import { rankByScore, type ScoreRanking } from './tiers.ts';

/** What unranked options get: the mean of the places they share at the end, or nothing. */
export type UnrankedPoints = 'average' | 'zero';

export interface BordaResult extends ScoreRanking {
  readonly equalPreferences: 'mean-of-places';
  readonly unranked: UnrankedPoints;
}

/**
 * Borda count: n-1 points for the first of n places down to 0 for the last. Options tied on a ballot
 * share the mean of the places that they span.
 * @param unranked  Default `average`.
 * @returns Exact scores in voices x points, and the ranking with shared places.
 * @complexity O(ballots x options).
 * @source de Borda 1781; tied places as means, Kendall 1945.
 * @checked against ranking/expected/*.json (borda_average, borda_zero_unranked), Condorcet PHP 4.5.1.
 */
export function borda(profile: RankedProfile, unranked: UnrankedPoints = 'average'): BordaResult {
  const size = profile.options.length;
  const tally = new SharedTally(size);
  for (const ballot of profile.ballots) {
    for (const { options, from } of placesOnBallot(ballot, size, unranked)) {
      // Twice the mean of consecutive points is their first plus their last.
      const doubled = 2 * (size - 1) - 2 * from - (options.length - 1);
      for (const option of options) tally.give(option, ballot.units * BigInt(doubled), 2);
    }
  }
  const ranking = rankByScore(profile.options, tally.totals(profile.scale));
  return { ...ranking, equalPreferences: 'mean-of-places', unranked };
}

function placesOnBallot({ tiers }: NumberedBallot, size: number, unranked: UnrankedPoints) {
  let from = 0;
  const ranked = new Set<number>();
  const places = tiers.map((options) => {
    const place = { options, from };
    from += options.length;
    for (const option of options) ranked.add(option);
    return place;
  });
  if (unranked === 'zero' || from === size) return places;
  const rest = Array.from({ length: size }, (_, option) => option).filter((o) => !ranked.has(o));
  return [...places, { options: rest, from }];
}

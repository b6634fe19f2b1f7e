import type { RatedProfile } from './rated-profile.ts';
import { add, divide, multiply, type Rational, rational, zero } from './rational.ts';
import { rankByScore, type ScoreRanking } from './tiers.ts';

/** An unrated option counts as zero points, or the mean is taken over those who rated it. */
export type UnratedRule = 'zero' | 'mean-of-rated';

export interface ScoreResult extends ScoreRanking {
  readonly unranked: UnratedRule;
}

/**
 * Score voting: points added up over all voices (`zero`), or their mean over the voices that rated
 * the option (`mean-of-rated`; nobody's rating gives 0).
 * @param unrated  Default `zero`.
 * @complexity O(ratings) exact additions.
 * @checked against sums by hand and weight duplication, ranking-ratings.test.ts.
 */
export function scoreVoting(profile: RatedProfile, unrated: UnratedRule = 'zero'): ScoreResult {
  const sums: Rational[] = profile.options.map(() => zero);
  const voices = profile.options.map(() => 0n);
  for (const { units, points } of profile.ballots) {
    for (const [option, value] of points) {
      sums[option] = add(sums[option]!, multiply(value, rational(units)));
      voices[option] = voices[option]! + units;
    }
  }
  const scores = sums.map((sum, option) => {
    if (unrated === 'zero') return divide(sum, rational(profile.scale));
    return voices[option]! > 0n ? divide(sum, rational(voices[option]!)) : zero;
  });
  return { ...rankByScore(profile.options, scores), unranked: unrated };
}

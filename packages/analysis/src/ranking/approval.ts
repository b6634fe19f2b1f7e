import type { RatedProfile } from './rated-profile.ts';
import { rational } from './rational.ts';
import { rankByScore, type ScoreRanking } from './tiers.ts';

export interface ApprovalResult extends ScoreRanking {
  /** Options that a ballot does not name are not approved. */
  readonly unranked: 'not-approved';
}

/**
 * Approval voting: the voices that approve each option, that is give it points above zero.
 * @complexity O(ratings).
 * @source Brams & Fishburn 1978, APSR 72:831.
 * @checked against approval-committees/abcvoting_instances.json (av).
 */
export function approval(profile: RatedProfile): ApprovalResult {
  const sums = profile.options.map(() => 0n);
  for (const { units, points } of profile.ballots) {
    for (const [option, { numerator }] of points) {
      if (numerator > 0n) sums[option] = sums[option]! + units;
    }
  }
  const scores = sums.map((sum) => rational(sum, profile.scale));
  return { ...rankByScore(profile.options, scores), unranked: 'not-approved' };
}

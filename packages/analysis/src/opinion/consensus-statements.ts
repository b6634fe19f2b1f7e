import type { GroupStatistics } from './group-statistics.ts';
import { oneSided90 } from './proportion-z.ts';

/** A statement on which most of all people take the same side. */
export interface ConsensusStatement {
  readonly statement: number;
  readonly successes: number;
  readonly trials: number;
  readonly share: number;
  readonly shareTest: number;
}

export interface ConsensusStatements {
  readonly agree: readonly ConsensusStatement[];
  readonly disagree: readonly ConsensusStatement[];
}

/**
 * Statements that most people agree, or disagree, with: smoothed share above one half and its test
 * above one-sided 90 %, by share x z. All people count, also those in no group.
 * @param all  From `groupStatistics`, with everybody in one group. Not mutated.
 * @param excluded  1 for statements to leave out.
 * @param limit  At most this many for each side.
 * @returns Deterministic; ties keep the order of the statements.
 * @complexity O(statements log statements).
 * @source Small et al. 2021, Recerca 26(2).
 * @checked against numpy on four real conversations.
 */
export function consensusStatements(
  all: GroupStatistics,
  excluded: ArrayLike<number>,
  limit = 5,
): ConsensusStatements {
  const side = (count: Float64Array, share: Float64Array, test: Float64Array) =>
    [...count.keys()]
      .filter((j) => !excluded[j] && share[j]! > 0.5 && test[j]! > oneSided90)
      .sort((a, b) => share[b]! * test[b]! - share[a]! * test[a]!)
      .slice(0, limit)
      .map((j) => ({
        statement: j,
        successes: count[j]!,
        trials: all.cast[j]!,
        share: share[j]!,
        shareTest: test[j]!,
      }));
  return {
    agree: side(all.agree, all.agreeShare, all.agreeTest),
    disagree: side(all.disagree, all.disagreeShare, all.disagreeTest),
  };
}

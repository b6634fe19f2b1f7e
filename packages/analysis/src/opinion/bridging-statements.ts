import type { GroupStatistics } from './group-statistics.ts';
import { oneSided90 } from './proportion-z.ts';

/** A statement on which every group takes the same side. */
export interface BridgingStatement {
  readonly statement: number;
  readonly position: 'agree' | 'disagree';
  /** Smoothed share of the group that supports it least. */
  readonly weakestShare: number;
  readonly weakestGroup: number;
  /** Smoothed share of each group. */
  readonly shares: readonly number[];
}

/**
 * Statements that reach across groups: in every group more than half take the same side, at
 * one-sided 90 %. They are ordered by the group that supports them least, so that a large group
 * cannot make up for a small one.
 * @param groups  From `groupStatistics`, for discovered groups or declared constituencies.
 * @param excluded  1 for statements to leave out.
 * @returns Most bridging first (ties: order of the statements); none with fewer than two groups.
 * @complexity O(groups statements).
 */
export function bridgingStatements(
  groups: readonly GroupStatistics[],
  excluded: ArrayLike<number>,
): BridgingStatement[] {
  if (groups.length < 2) return [];
  const open = [...groups[0]!.cast.keys()].filter((j) => !excluded[j]);
  return open
    .flatMap((j) => [bridge(groups, j, 'agree'), bridge(groups, j, 'disagree')])
    .filter((found) => found !== null)
    .sort((a, b) => b.weakestShare - a.weakestShare);
}

function bridge(
  groups: readonly GroupStatistics[],
  statement: number,
  position: 'agree' | 'disagree',
): BridgingStatement | null {
  const share = position === 'agree' ? 'agreeShare' : 'disagreeShare';
  const test = position === 'agree' ? 'agreeTest' : 'disagreeTest';
  for (const group of groups) {
    if (group[share][statement]! <= 0.5 || group[test][statement]! <= oneSided90) return null;
  }
  const shares = groups.map((group) => group[share][statement]!);
  const weakestShare = Math.min(...shares);
  return { statement, position, weakestShare, weakestGroup: shares.indexOf(weakestShare), shares };
}

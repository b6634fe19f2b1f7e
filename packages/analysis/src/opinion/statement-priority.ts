import type { VoteCounts } from './group-statistics.ts';

/** Weight of a statement about the conversation itself, before squaring. */
const processWeight = 7;

/**
 * How much it helps to show a statement next: few passes, much agreement, far from the middle, and
 * few votes so far. Draw statements at random in proportion to it.
 * @param counts  Votes of all people in groups. Not mutated.
 * @param extremity  From `statementExtremity`.
 * @param aboutProcess  1 for statements about the conversation itself: always 49.
 * @returns ((1 - p) (E + 1) a (1 + 8 2^(-S/5)))^2 per statement, with a and p the smoothed shares
 *   of agreement and passing and S the votes cast.
 * @complexity O(statements).
 * @source Small et al. 2021, Recerca 26(2) (comment routing).
 * @checked against numpy on four real conversations, and by hand for statements without votes.
 */
export function statementPriority(
  { agree, disagree, cast }: VoteCounts,
  extremity: Float64Array,
  aboutProcess: ArrayLike<number> = [],
): Float64Array {
  return cast.map((votes, j) => {
    if (aboutProcess[j]) return processWeight ** 2;
    const passShare = (votes - agree[j]! - disagree[j]! + 1) / (votes + 2);
    const agreeShare = (agree[j]! + 1) / (votes + 2);
    const importance = (1 - passShare) * (extremity[j]! + 1) * agreeShare;
    return (importance * (1 + 8 * 2 ** (-votes / 5))) ** 2;
  });
}

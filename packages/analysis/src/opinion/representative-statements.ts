import type { GroupStatistics } from './group-statistics.ts';
import { oneSided90 } from './proportion-z.ts';

/** A statement that tells one group from the others. */
export interface RepresentativeStatement {
  readonly statement: number;
  readonly position: 'agree' | 'disagree';
  /** Votes for that position, of `trials` votes cast in the group. */
  readonly successes: number;
  readonly trials: number;
  readonly share: number;
  readonly shareTest: number;
  readonly ratio: number;
  readonly differenceTest: number;
  /** Votes that agree, whichever position is shown. */
  readonly agreeing: number;
  /** Set on the statement that stands for what the group agrees on most. */
  readonly bestAgree: boolean;
}

/**
 * The statements that best say what a group thinks and others do not: those that pass both tests at
 * one-sided 90 %, by ratio x difference z x share x share z, with the best agreement always among
 * them and agreements shown first. When none passes, the best agreement or the largest difference.
 * @param group  From `groupStatistics`. Not mutated.
 * @param excluded  1 for statements to leave out.
 * @param limit  At most this many.
 * @returns Deterministic; ties keep the order of the statements.
 * @complexity O(statements log statements).
 * @source Small et al. 2021, Recerca 26(2).
 * @checked against numpy on four real conversations, and published Polis results.
 */
export function representativeStatements(
  group: GroupStatistics,
  excluded: ArrayLike<number>,
  limit = 5,
): RepresentativeStatement[] {
  const open = [...group.cast.keys()].filter((j) => !excluded[j]);
  const passing = open.filter((j) => passes(group, j)).map((j) => describe(group, j));
  const best = bestAgreement(group, open);
  if (passing.length === 0) {
    if (best !== undefined) return [{ ...describe(group, best), bestAgree: true }];
    const different = mostDifferent(group, open);
    return different === undefined ? [] : [describe(group, different)];
  }
  const head = best === undefined ? [] : [{ ...describe(group, best), bestAgree: true }];
  const rest = passing
    .filter(({ statement }) => statement !== best)
    .sort((a, b) => weight(b) - weight(a));
  const shown = [...head, ...rest].slice(0, limit);
  return ['agree', 'disagree'].flatMap((side) => shown.filter((s) => s.position === side));
}

function passes(group: GroupStatistics, j: number): boolean {
  return (
    (group.agreeDifferenceTest[j]! > oneSided90 && group.agreeTest[j]! > oneSided90) ||
    (group.disagreeDifferenceTest[j]! > oneSided90 && group.disagreeTest[j]! > oneSided90)
  );
}

function describe(group: GroupStatistics, j: number): RepresentativeStatement {
  const agrees = group.agreeDifferenceTest[j]! > group.disagreeDifferenceTest[j]!;
  return {
    statement: j,
    position: agrees ? 'agree' : 'disagree',
    successes: agrees ? group.agree[j]! : group.disagree[j]!,
    trials: group.cast[j]!,
    share: agrees ? group.agreeShare[j]! : group.disagreeShare[j]!,
    shareTest: agrees ? group.agreeTest[j]! : group.disagreeTest[j]!,
    ratio: agrees ? group.agreeRatio[j]! : group.disagreeRatio[j]!,
    differenceTest: agrees ? group.agreeDifferenceTest[j]! : group.disagreeDifferenceTest[j]!,
    agreeing: group.agree[j]!,
    bestAgree: false,
  };
}

const weight = (s: RepresentativeStatement) => s.ratio * s.differenceTest * s.share * s.shareTest;

/** Agreement weighed with how unusual it is while the best so far is unusual, else by itself. */
function bestAgreement(group: GroupStatistics, open: readonly number[]): number | undefined {
  const plain = (j: number) => group.agreeShare[j]! * group.agreeTest[j]!;
  const unusual = (j: number) => group.agreeRatio[j]! * group.agreeDifferenceTest[j]! * plain(j);
  let best: number | undefined;
  for (const j of open) {
    if (group.agree[j] === 0 && group.disagree[j] === 0) continue;
    if (best === undefined) {
      const clear = group.agreeTest[j]! > oneSided90;
      if (clear || (group.agreeRatio[j]! > 1 && group.agreeShare[j]! > 0.5)) best = j;
    } else {
      const measure = group.agreeRatio[best]! > 1 ? unusual : plain;
      if (measure(j) > measure(best)) best = j;
    }
  }
  return best;
}

function mostDifferent(group: GroupStatistics, open: readonly number[]): number | undefined {
  const difference = (j: number) =>
    Math.max(group.agreeDifferenceTest[j]!, group.disagreeDifferenceTest[j]!);
  return open.reduce<number | undefined>(
    (best, j) => (best === undefined || difference(j) > difference(best) ? j : best),
    undefined,
  );
}

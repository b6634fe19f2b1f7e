import { AnalysisInputError } from '../errors.ts';
import type { OpinionMatrix } from './opinion-matrix.ts';
import { proportionZ } from './proportion-z.ts';
import { twoProportionZ } from './two-proportion-z.ts';

/** Votes of one group, one entry per statement. */
export interface VoteCounts {
  readonly agree: Float64Array;
  readonly disagree: Float64Array;
  /** All votes cast, passes included. */
  readonly cast: Float64Array;
}

/** What one group thinks and how it differs from the others, one entry per statement. */
export interface GroupStatistics extends VoteCounts {
  readonly people: number;
  /** (agree + 1) / (cast + 2): the share of agreement pulled towards one half when votes are few. */
  readonly agreeShare: Float64Array;
  readonly disagreeShare: Float64Array;
  /** Whether agreement is more than half: z of `proportionZ`. */
  readonly agreeTest: Float64Array;
  readonly disagreeTest: Float64Array;
  /** Smoothed share here over smoothed share in all other groups together. */
  readonly agreeRatio: Float64Array;
  readonly disagreeRatio: Float64Array;
  /** Whether agreement differs from that of the other groups: z of `twoProportionZ`. */
  readonly agreeDifferenceTest: Float64Array;
  readonly disagreeDifferenceTest: Float64Array;
}

/**
 * Counts, smoothed shares and tests of each group on each statement.
 * @param matrix  Not mutated. Votes on excluded statements are counted like all others.
 * @param labels  Group of each row, 0 to groups - 1, or -1 for people who are in none.
 * @param groups  How many groups there are.
 * @returns One entry per group; "the others" are the people of all other groups.
 * @throws {AnalysisInputError} when labels and rows differ in number, or a label is out of range.
 * @complexity O(votes + groups statements).
 * @source Small et al. 2021, Recerca 26(2) (representativeness); Laplace's rule of succession.
 * @checked against numpy on four real conversations, and published Polis results.
 */
export function groupStatistics(
  matrix: OpinionMatrix,
  labels: ArrayLike<number>,
  groups: number,
): GroupStatistics[] {
  const counts = voteCounts(matrix, labels, groups);
  const people = new Array<number>(groups).fill(0);
  for (let i = 0; i < labels.length; i++) if (labels[i]! >= 0) people[labels[i]!]! += 1;
  return statisticsOfCounts(counts, people);
}

/** Votes of each group. */
export function voteCounts(
  matrix: OpinionMatrix,
  labels: ArrayLike<number>,
  groups: number,
): VoteCounts[] {
  if (labels.length !== matrix.people.length) {
    throw new AnalysisInputError('labels', 'must be one for each person');
  }
  const counts = Array.from({ length: groups }, () => emptyCounts(matrix.statements.length));
  for (let i = 0; i < labels.length; i++) {
    const label = labels[i]!;
    if (!Number.isInteger(label) || label < -1 || label >= groups) {
      throw new AnalysisInputError('labels', `${label} is not from -1 to ${groups - 1}`);
    }
    if (label < 0) continue;
    const { agree, disagree, cast } = counts[label]!;
    for (let v = matrix.rowStart[i]!; v < matrix.rowStart[i + 1]!; v++) {
      const j = matrix.column[v]!;
      cast[j]! += 1;
      if (matrix.position[v] === 1) agree[j]! += 1;
      if (matrix.position[v] === -1) disagree[j]! += 1;
    }
  }
  return counts;
}

/** The statistics that follow from the counts alone. */
export function statisticsOfCounts(
  counts: readonly VoteCounts[],
  people: readonly number[],
): GroupStatistics[] {
  const all = totalCounts(counts, counts[0]?.cast.length ?? 0);
  return counts.map((own, group) => {
    const others = { cast: all.cast.map((total, j) => total - own.cast[j]!) };
    return {
      ...own,
      people: people[group]!,
      ...named('agree', ofSide(own.agree, all.agree, own.cast, others.cast)),
      ...named('disagree', ofSide(own.disagree, all.disagree, own.cast, others.cast)),
    };
  });
}

export function totalCounts(counts: readonly VoteCounts[], statements: number): VoteCounts {
  const total = emptyCounts(statements);
  for (const { agree, disagree, cast } of counts) {
    for (let j = 0; j < cast.length; j++) {
      total.agree[j]! += agree[j]!;
      total.disagree[j]! += disagree[j]!;
      total.cast[j]! += cast[j]!;
    }
  }
  return total;
}

const emptyCounts = (size: number): VoteCounts => ({
  agree: new Float64Array(size),
  disagree: new Float64Array(size),
  cast: new Float64Array(size),
});

function ofSide(own: Float64Array, all: Float64Array, cast: Float64Array, otherCast: Float64Array) {
  const share = own.map((count, j) => (count + 1) / (cast[j]! + 2));
  return {
    share,
    test: own.map((count, j) => proportionZ(count, cast[j]!)),
    ratio: share.map((value, j) => value / ((all[j]! - own[j]! + 1) / (otherCast[j]! + 2))),
    differenceTest: own.map((count, j) =>
      twoProportionZ(count, cast[j]!, all[j]! - count, otherCast[j]!),
    ),
  };
}

type Side = ReturnType<typeof ofSide>;
type Named<S extends string> = { [K in keyof Side as `${S}${Capitalize<K>}`]: Side[K] };

function named<S extends 'agree' | 'disagree'>(side: S, values: Side): Named<S> {
  const entries = Object.entries(values).map(([key, value]) => [
    `${side}${key[0]!.toUpperCase()}${key.slice(1)}`,
    value,
  ]);
  return Object.fromEntries(entries) as Named<S>;
}

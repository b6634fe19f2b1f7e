import { bridgingStatements } from './bridging-statements.ts';
import { consensusStatements } from './consensus-statements.ts';
import { groupInformedConsensus } from './group-informed-consensus.ts';
import {
  statisticsOfCounts,
  totalCounts,
  type VoteCounts,
  voteCounts,
} from './group-statistics.ts';
import type { OpinionMatrix } from './opinion-matrix.ts';
import type { PrincipalAxes } from './principal-axes.ts';
import { representativeStatements } from './representative-statements.ts';
import { statementExtremity } from './statement-extremity.ts';
import { statementPriority } from './statement-priority.ts';

/** Votes by group, of everybody, and what else it takes to describe the groups. */
export interface GroupedVotes {
  readonly groups: readonly VoteCounts[];
  /** People in each group. */
  readonly people: readonly number[];
  /** Votes of everybody, people in no group included. */
  readonly everybody: VoteCounts;
  /** 1 for statements that take no part. */
  readonly excluded: ArrayLike<number>;
  /** 1 for statements about the conversation itself. */
  readonly aboutProcess: ArrayLike<number>;
}

/** What each group and all together think, from a division of people that anybody made. */
export function describeGroups(
  matrix: OpinionMatrix,
  axes: PrincipalAxes,
  labels: ArrayLike<number>,
  groupCount: number,
  aboutProcess: ArrayLike<number> = [],
) {
  const people = new Array<number>(groupCount).fill(0);
  for (let row = 0; row < labels.length; row++) if (labels[row]! >= 0) people[labels[row]!]! += 1;
  const groups = voteCounts(matrix, labels, groupCount);
  const everybody = voteCounts(matrix, new Int8Array(matrix.people.length), 1)[0]!;
  return describeCounts(
    { groups, people, everybody, excluded: matrix.excluded, aboutProcess },
    axes,
  );
}

/** The same from counts alone. */
export function describeCounts(votes: GroupedVotes, axes: PrincipalAxes) {
  const { excluded, everybody } = votes;
  const groups = statisticsOfCounts(votes.groups, votes.people);
  const extremity = statementExtremity(axes);
  const statements = everybody.cast.length;
  const [all] = statisticsOfCounts([everybody], [0]);
  const inGroups = totalCounts(votes.groups, statements);
  return {
    extremity,
    groups,
    representative: groups.map((group) => representativeStatements(group, excluded)),
    consensus: consensusStatements(all!, excluded),
    groupInformedConsensus: groupInformedConsensus(groups, statements),
    bridging: bridgingStatements(groups, excluded),
    priority: statementPriority(inGroups, extremity, votes.aboutProcess),
  };
}

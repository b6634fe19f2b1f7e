import { AnalysisInputError } from '../errors.ts';
import { type Insufficient, insufficient } from '../statistics/insufficient.ts';
import { adjustedRandIndex } from './adjusted-rand-index.ts';
import { type BridgingStatement, bridgingStatements } from './bridging-statements.ts';
import { groupInformedConsensus } from './group-informed-consensus.ts';
import { type GroupStatistics, groupStatistics } from './group-statistics.ts';
import type { OpinionMatrix } from './opinion-matrix.ts';
import {
  type RepresentativeStatement,
  representativeStatements,
} from './representative-statements.ts';

/** What one declared constituency thinks. */
export interface ConstituencyView {
  readonly name: string;
  readonly people: number;
  readonly statistics: GroupStatistics;
  readonly representative: readonly RepresentativeStatement[];
  /** People of this constituency in each discovered group; the rest are in none. */
  readonly inGroups: readonly number[];
}

/** How far apart people are on one statement, by what they declared and by what was discovered. */
export interface StatementSpread {
  /** Largest minus smallest smoothed share of agreement among constituencies, 0 to 1. */
  readonly constituencies: number;
  /** The same among discovered groups. */
  readonly groups: number;
}

export interface ConstituencyAgreement {
  /** In order of name; only those large enough. */
  readonly constituencies: readonly ConstituencyView[];
  /** Those with too few people, about whom nothing is said. */
  readonly withheld: readonly { readonly name: string; readonly result: Insufficient }[];
  /** People who declared none. */
  readonly undeclared: number;
  /** Product over constituencies of the smoothed share of agreement, per statement. */
  readonly informedConsensus: Float64Array;
  /** Statements that every constituency supports. */
  readonly bridging: readonly BridgingStatement[];
  readonly spread: readonly StatementSpread[];
  /**
   * How far discovered groups follow constituencies: adjusted Rand index over people in both; 0 is
   * chance, 1 is the same division; null without people in both.
   */
  readonly overlap: number | null;
  readonly assumptions: readonly string[];
  readonly warnings: readonly string[];
}

/**
 * What each declared constituency thinks, beside the groups that were discovered: does the divide run
 * between the constituencies or through them?
 * @param matrix  Not mutated.
 * @param constituencyOf  Constituency of each row; null for people who declared none.
 * @param labels  Discovered group of each row, -1 for none.
 * @param groupCount  How many discovered groups there are.
 * @param options  `minimum`: fewest people of whom anything is said; default 5. Small counts in
 *   `inGroups` are not hidden: pass them through `suppressTable` before they are shown.
 * @returns The same statistics for constituencies as for groups; "the others" of a constituency are
 *   the people of all constituencies that are large enough. Deterministic.
 * @throws {AnalysisInputError} when rows and entries differ in number.
 * @complexity O(votes + constituencies statements).
 * @checked against `groupStatistics`, of which it is an application, and planted divides.
 */
export function constituencyAgreement(
  matrix: OpinionMatrix,
  constituencyOf: readonly (string | null)[],
  labels: ArrayLike<number>,
  groupCount: number,
  { minimum = 5 }: { minimum?: number } = {},
): ConstituencyAgreement {
  if (constituencyOf.length !== matrix.people.length) {
    throw new AnalysisInputError('constituencyOf', 'must have one entry for each person');
  }
  const sizes = new Map<string, number>();
  for (const name of constituencyOf) if (name !== null) sizes.set(name, (sizes.get(name) ?? 0) + 1);
  const names = [...sizes.keys()].sort();
  const shown = names.filter((name) => sizes.get(name)! >= minimum);
  const place = new Map(shown.map((name, at) => [name, at]));
  const declared = constituencyOf.map((name) => (name === null ? -1 : (place.get(name) ?? -1)));
  const statistics = groupStatistics(matrix, declared, shown.length);
  const groups = groupStatistics(matrix, labels, groupCount);
  const both = declared.flatMap((c, row) => (c >= 0 && labels[row]! >= 0 ? [row] : []));
  const views = shown.map((name, c): ConstituencyView => {
    const inGroups = new Array<number>(groupCount).fill(0);
    for (const row of both) if (declared[row] === c) inGroups[labels[row]!]! += 1;
    const representative = representativeStatements(statistics[c]!, matrix.excluded);
    return { name, people: sizes.get(name)!, statistics: statistics[c]!, representative, inGroups };
  });
  return {
    constituencies: views,
    withheld: names
      .filter((name) => !place.has(name))
      .map((name) => ({ name, result: insufficient('people', minimum, sizes.get(name)!) })),
    undeclared: constituencyOf.filter((name) => name === null).length,
    informedConsensus: groupInformedConsensus(statistics, matrix.statements.length),
    bridging: bridgingStatements(statistics, matrix.excluded),
    spread: matrix.statements.map((_, j) => ({
      constituencies: spreadAt(statistics, j),
      groups: spreadAt(groups, j),
    })),
    overlap: overlapOf(both, declared, labels),
    assumptions: ['constituencies-count-equally', 'shares-smoothed-with-one-success-in-two-trials'],
    warnings: [
      ...(shown.length < 2 ? ['fewer-than-two-constituencies'] : []),
      ...(views.some(({ inGroups }) => inGroups.some((n) => n > 0 && n < minimum))
        ? ['small-counts-in-groups']
        : []),
    ],
  };
}

function spreadAt(groups: readonly GroupStatistics[], j: number): number {
  const shares = groups.map(({ agreeShare }) => agreeShare[j]!);
  return shares.length === 0 ? 0 : Math.max(...shares) - Math.min(...shares);
}

function overlapOf(rows: readonly number[], declared: number[], labels: ArrayLike<number>) {
  if (rows.length === 0) return null;
  return adjustedRandIndex(
    rows.map((row) => declared[row]!),
    rows.map((row) => labels[row]!),
  );
}

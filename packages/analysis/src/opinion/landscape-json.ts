import type { ConsensusStatement } from './consensus-statements.ts';
import type { ConstituencyAgreement } from './constituency-agreement.ts';
import type { describeGroups } from './describe-groups.ts';
import type { GroupReliability } from './group-reliability.ts';
import type { GroupStatistics } from './group-statistics.ts';
import type { OpinionLandscape } from './opinion-landscape.ts';
import type { OpinionMatrix } from './opinion-matrix.ts';
import type { RepresentativeStatement } from './representative-statements.ts';

type Groups = ReturnType<typeof describeGroups>;

/** Everything that the command `opinion` found out. */
export interface OpinionReport {
  readonly matrix: OpinionMatrix;
  readonly text: ReadonlyMap<string, string>;
  readonly landscape: OpinionLandscape;
  /** Groups that a file gave, and their names. */
  readonly given: { readonly names: readonly string[]; readonly groups: Groups } | null;
  readonly constituencies: ConstituencyAgreement | null;
  readonly reliability: GroupReliability | null;
  readonly settings: Readonly<Record<string, unknown>>;
}

/** The report as plain data, with ids instead of row numbers. */
export function landscapeJson(report: OpinionReport): Record<string, unknown> {
  const { matrix, landscape, given, constituencies } = report;
  const { axes, divisions, clustered } = landscape;
  const person = (row: number) => matrix.people[row]!;
  return {
    settings: report.settings,
    votes: {
      people: matrix.people.length,
      statements: matrix.statements.length,
      events: matrix.voteEvents,
      final: matrix.column.length,
      revised: matrix.voteEvents - matrix.column.length,
      clusteredPeople: clustered.length,
    },
    people: matrix.people,
    statements: matrix.statements,
    excluded: matrix.statements.filter((_, j) => matrix.excluded[j]),
    axes: {
      center: [...axes.center],
      loadings: axes.loadings.map((loading) => [...loading]),
      explainedVariance: axes.explainedVariance,
      explainedRatio: axes.explainedRatio,
      statementExtremity: [...landscape.extremity],
    },
    positions: Object.fromEntries(
      Array.from(clustered, (row) => [
        person(row),
        [landscape.positions.x[row], landscape.positions.y[row]],
      ]),
    ),
    divisions: Object.fromEntries(
      divisions.map(({ k, inertia, silhouette, sizes, centers, labels, largeEnough }) => [
        k,
        {
          inertia,
          silhouette: silhouette.mean,
          silhouetteStandardError: silhouette.standardError,
          silhouetteSampled: silhouette.sampled,
          sizes,
          centers: Array.from(centers.x, (x, c) => [x, centers.y[c]]),
          labels: Object.fromEntries(Array.from(clustered, (row, at) => [person(row), labels[at]])),
          largeEnough,
        },
      ]),
    ),
    groupCount: landscape.groupCount,
    consensus: {
      agree: landscape.consensus.agree.map((s) => consensusJson(matrix, s)),
      disagree: landscape.consensus.disagree.map((s) => consensusJson(matrix, s)),
    },
    groups: groupsJson(matrix, landscape),
    givenGroups: given && { names: given.names, ...groupsJson(matrix, given.groups) },
    reliability: report.reliability,
    constituencies: constituencies && constituenciesJson(matrix, constituencies),
    assumptions: landscape.assumptions,
    warnings: report.reliability
      ? landscape.warnings.filter(({ code }) => code !== 'groups-not-tested')
      : landscape.warnings,
  };
}

function groupsJson(matrix: OpinionMatrix, groups: Groups | OpinionLandscape) {
  return {
    sizes: groups.groups.map(({ people }) => people),
    statistics: groups.groups.map(statisticsJson),
    representative: groups.representative.map((list) => list.map((s) => shownJson(matrix, s))),
    groupInformedConsensus: [...groups.groupInformedConsensus],
    bridging: groups.bridging.map(({ statement, ...rest }) => ({
      statement: matrix.statements[statement],
      ...rest,
    })),
    priority: [...groups.priority],
  };
}

function statisticsJson({ people, ...arrays }: GroupStatistics) {
  const lists = Object.entries(arrays).map(([key, values]) => [key, [...values]]);
  return { people, ...Object.fromEntries(lists) };
}

const shownJson = (matrix: OpinionMatrix, { statement, ...rest }: RepresentativeStatement) => ({
  statement: matrix.statements[statement],
  ...rest,
});

const consensusJson = (matrix: OpinionMatrix, { statement, ...rest }: ConsensusStatement) => ({
  statement: matrix.statements[statement],
  ...rest,
});

function constituenciesJson(matrix: OpinionMatrix, found: ConstituencyAgreement) {
  return {
    ...found,
    constituencies: found.constituencies.map(({ statistics, representative, ...rest }) => ({
      ...rest,
      statistics: statisticsJson(statistics),
      representative: representative.map((s) => shownJson(matrix, s)),
    })),
    informedConsensus: [...found.informedConsensus],
    bridging: found.bridging.map(({ statement, ...rest }) => ({
      statement: matrix.statements[statement],
      ...rest,
    })),
  };
}

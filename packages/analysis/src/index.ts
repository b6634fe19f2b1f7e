/** The doors of the analysis engine: every number in Concord is made behind one of these. */
export * from './consensus/index.ts';
export { AnalysisInputError } from './errors.ts';
export * from './headline/index.ts';
export * as network from './network/index.ts';
export { adjustedRandIndex } from './opinion/adjusted-rand-index.ts';
export type { BridgingStatement } from './opinion/bridging-statements.ts';
export { bridgingStatements } from './opinion/bridging-statements.ts';
export type { ConsensusStatement, ConsensusStatements } from './opinion/consensus-statements.ts';
export { consensusStatements } from './opinion/consensus-statements.ts';
export type { ConstituencyAgreement, ConstituencyView } from './opinion/constituency-agreement.ts';
export { constituencyAgreement } from './opinion/constituency-agreement.ts';
export { describeGroups } from './opinion/describe-groups.ts';
export { groupInformedConsensus } from './opinion/group-informed-consensus.ts';
export type { GroupReliability, ReliabilityOptions } from './opinion/group-reliability.ts';
export { groupReliability } from './opinion/group-reliability.ts';
export type { GroupStatistics, VoteCounts } from './opinion/group-statistics.ts';
export { groupStatistics } from './opinion/group-statistics.ts';
export type {
  LandscapeOptions,
  LandscapeStage,
  LandscapeWarning,
  OpinionLandscape,
} from './opinion/opinion-landscape.ts';
export { opinionLandscape } from './opinion/opinion-landscape.ts';
export type { OpinionMatrix } from './opinion/opinion-matrix.ts';
export { opinionMatrix } from './opinion/opinion-matrix.ts';
export type { Position } from './opinion/position.ts';
export type { PrincipalAxes } from './opinion/principal-axes.ts';
export { principalAxes } from './opinion/principal-axes.ts';
export type { RepresentativeStatement } from './opinion/representative-statements.ts';
export { representativeStatements } from './opinion/representative-statements.ts';
export { statementPriority } from './opinion/statement-priority.ts';
export type {
  LandscapeTracker,
  LandscapeUpdate,
  TrackedLandscape,
} from './opinion/track-landscape.ts';
export { trackLandscape } from './opinion/track-landscape.ts';
export type { VoteColumns } from './opinion/vote-columns.ts';
export { voteTableOfColumns } from './opinion/vote-columns.ts';
export type { Vote, VoteTable } from './opinion/vote-table.ts';
export { voteTable } from './opinion/vote-table.ts';
export type { InferredCell } from './privacy/attack-table.ts';
export { attackTable } from './privacy/attack-table.ts';
export type { CodedShare } from './privacy/code-extreme-share.ts';
export { codeExtremeShare } from './privacy/code-extreme-share.ts';
export type { CodedValues } from './privacy/code-extreme-values.ts';
export { codeExtremeValues } from './privacy/code-extreme-values.ts';
export type { Cell, CountTable } from './privacy/count-table.ts';
export type { ReleasedGroup, ReleaseFinding, ReleaseVerdict } from './privacy/guard-release.ts';
export { guardRelease } from './privacy/guard-release.ts';
export type { MergedGroup } from './privacy/merge-small-groups.ts';
export { mergeSmallGroups } from './privacy/merge-small-groups.ts';
export type { PercentageLeak, Rounding } from './privacy/percentage-leak.ts';
export { percentageLeak, safeDecimals } from './privacy/percentage-leak.ts';
export type { SuppressedTable, SuppressionOptions } from './privacy/suppress-table.ts';
export { suppressTable } from './privacy/suppress-table.ts';
export { seededRandom } from './random.ts';
export * from './ranking/index.ts';
export * from './statistics/index.ts';
export type { GroupReliability as GroupMeanReliability } from './statistics/reliability/group-agreement.ts';
// The name groupReliability belongs to the groups of an opinion landscape.
export { groupReliability as groupMeanReliability } from './statistics/reliability/group-agreement.ts';

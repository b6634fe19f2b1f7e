export { type ApprovalResult, approval } from './approval.ts';
export { type BordaResult, borda, type UnrankedPoints } from './borda.ts';
export type { LastResort } from './break-tie.ts';
export type { BudgetElection } from './budget-election.ts';
export { byConstituency } from './by-constituency.ts';
export { type CopelandResult, copeland } from './copeland.ts';
export type { Strength } from './defeat-strength.ts';
export { type Committee, type CommitteeStep, everyTiedCommittee } from './elect-in-turn.ts';
export {
  type Completion,
  type EqualSharesOptions,
  type EqualSharesResult,
  equalShares,
} from './equal-shares.ts';
export type { Utility } from './equal-shares-purse.ts';
export { type BudgetOutcome, greedyBudget } from './greedy-budget.ts';
export { type InstantRunoffResult, instantRunoff, type RunoffRound } from './instant-runoff.ts';
export {
  condorcetWinner,
  type PairwiseTable,
  pairwiseTable,
  preferring,
} from './pairwise-table.ts';
export { phragmen, phragmenRule } from './phragmen.ts';
export { type PluralityResult, plurality } from './plurality.ts';
export {
  type ConstituencyRanking,
  jaccard,
  type PairOverlap,
  type PriorityOverlap,
  priorityOverlap,
} from './priority-overlap.ts';
export { rankBiasedOverlap } from './rank-biased-overlap.ts';
export { type RankedPairsResult, rankedPairs } from './ranked-pairs.ts';
export {
  type RankedBallot,
  type RankedElection,
  type RankedProfile,
  rankedProfile,
} from './ranked-profile.ts';
export {
  type ApprovalBallot,
  type RatedElection,
  type RatedProfile,
  ratedProfile,
  type ScoreBallot,
} from './rated-profile.ts';
export {
  formatRational,
  parseRational,
  type Rational,
  rational,
  toNumber,
} from './rational.ts';
export { type SchulzeResult, schulze } from './schulze.ts';
export { type ScoreResult, scoreVoting, type UnratedRule } from './score.ts';
export {
  sequentialProportionalApproval,
  sequentialProportionalApprovalRule,
} from './sequential-proportional-approval.ts';
export {
  type StageAction,
  singleTransferableVote,
  type TransferableVoteResult,
  type TransferStage,
} from './single-transferable-vote.ts';
export { keepSupported, rankedOptions } from './supported-options.ts';
export type { OptionScore, ScoreRanking, Tiers } from './tiers.ts';
export type { VoiceRule, Weight } from './weight.ts';

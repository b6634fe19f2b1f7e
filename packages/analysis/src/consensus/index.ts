export type {
  ConstituencyOutcome,
  ConstituencyStances,
  DecisionInput,
  DecisionOutcome,
  DecisionReason,
  Gate,
  Share,
  Stance,
  StanceCounts,
  ThresholdBase,
  ThresholdValues,
} from './decision.ts';
export { judgeDecision } from './judge-decision.ts';
export {
  type ConsentStance,
  consentStances,
  type FistToFive,
  fistToFiveStances,
  type Gradient,
  gradientStances,
  type Scale,
  type Standing,
  stancesOf,
  type Vote,
  voteStances,
} from './scale.ts';
export { type Line, standingAt } from './standing.ts';

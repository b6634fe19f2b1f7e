export { closeDecision } from './close-decision.ts';
export {
  momentOf,
  readDecision,
  readDecisions,
  readElectors,
  readTeamBehind,
  readWhole,
} from './decision.store.ts';
export type { DecisionNeed, OpenDecision } from './decision.ts';
export { type DraftInput, draftDecision } from './draft-decision.ts';
export { giveStance, type StanceInput } from './give-stance.ts';
export { openDecision } from './open-decision.ts';
export { openNextRound } from './open-next-round.ts';
export { readDecisionsNeedingMe, readOpenDecisions } from './read-open-decisions.ts';
export { recordDissent } from './record-dissent.ts';
export { resolveConcern } from './resolve-concern.ts';
export { revealStances } from './reveal-stances.ts';
export { reviewDecision } from './review-decision.ts';
export { reviseDraft } from './revise-draft.ts';

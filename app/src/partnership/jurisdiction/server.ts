export { readReviews, readRules } from './jurisdiction.store.ts';
export { proposeAuthority } from './propose-authority.ts';
export { proposeRules, type RulesWanted } from './propose-rules.ts';
export { reviewRules } from './review-rules.ts';
export { rulesChange } from './rules-change.ts';

export { readReviews, readRules } from './jurisdiction.store.ts';
export { reviewRules } from './review-rules.ts';

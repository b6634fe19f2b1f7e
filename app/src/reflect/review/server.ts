export { readGoalUnderReview, readReview } from './review.store.ts';
export { writeReview } from './write-review.ts';

export { nextSteps, reviewResults } from './review.ts';
export { reviewWords } from './review.words.ts';
export { ReviewForm } from './review-form.view.tsx';
export { ReviewPage } from './review-page.view.tsx';

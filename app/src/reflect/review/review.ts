import type { Actor } from '../../partnership/access/index.ts';

export const reviewResults = ['reached', 'partly', 'not-reached', 'too-early'] as const;
export type ReviewResult = (typeof reviewResults)[number];

export const nextSteps = ['carry-over', 'close', 'change'] as const;
export type NextStep = (typeof nextSteps)[number];

export interface ReviewShown {
  goalId: string;
  result: ReviewResult;
  measured: string | null;
  measuredOn: string | null;
  contentNote: string;
  processScore: number | null;
  processNote: string;
  successes: string;
  challenges: string;
  nextStep: NextStep;
  heldOn: string;
}

/** What a goal set out to do, beside which the review is written. */
export interface GoalUnderReview {
  id: string;
  title: string;
  visibleTo: string;
  howMuch: string;
  forWhom: string;
  byWhen: string;
  indicator: {
    name: string;
    unit: string;
    baseline: string | null;
    target: string | null;
    last: string | null;
    lastOn: string | null;
  } | null;
}

/** Anybody with a seat who sees the goal may write its review: honest words come from every side. */
export function mayReview(actor: Actor): boolean {
  return actor.seat !== null;
}

/** The state of the goal that follows from its review. */
export function goalStateAfter(review: { result: ReviewResult; nextStep: NextStep }) {
  if (review.nextStep === 'carry-over' || review.result === 'too-early') return 'carried-over';
  return review.result;
}

import { allow, type SeatedCtx } from '../../partnership/access/server.ts';
import { audit } from '../../partnership/audit/server.ts';
import { insertRecord, linkRecords, readChain, setState } from '../../partnership/record/server.ts';
import { readGoalUnderReview } from './review.store.ts';
import { goalStateAfter, mayReview, type NextStep, type ReviewResult } from './review.ts';

export interface ReviewInput {
  title: string;
  result: ReviewResult;
  measured?: string | undefined;
  contentNote: string;
  processScore: number;
  processNote: string;
  successes: string;
  challenges: string;
  nextStep: NextStep;
  heldOn: string;
}

/**
 * Writes the review of a goal, judged against its target, content and process apart. The goal takes
 * the state that follows, and the review continues the chain from the actions that the goal led to.
 */
export async function writeReview(
  ctx: SeatedCtx,
  goalId: string,
  input: ReviewInput,
): Promise<string> {
  allow(mayReview(ctx.actor));
  const goal = await readGoalUnderReview(ctx, goalId);
  const { title, ...fields } = input;
  const id = await insertRecord(ctx, {
    kind: 'review',
    title,
    state: 'written',
    visibleTo: goal.visibleTo,
  });
  await ctx.db
    .insertInto('review')
    .values({
      partnershipId: ctx.actor.partnership.id,
      id,
      visibleTo: goal.visibleTo,
      goalId,
      ...fields,
      measured: input.measured ?? goal.indicator?.last ?? null,
      measuredOn: input.measured ? input.heldOn : (goal.indicator?.lastOn ?? null),
    })
    .execute();
  const chain = await readChain(ctx, goalId);
  const actions = chain.filter(({ head, distance }) => distance > 0 && head.kind === 'action');
  await linkRecords(ctx, goalId, id);
  for (const { head } of actions) await linkRecords(ctx, head.id, id);
  await setState(ctx, { kind: 'goal', id: goalId }, goalStateAfter(input));
  await audit(ctx, 'review.written', { visibleTo: goal.visibleTo, recordId: id });
  return id;
}

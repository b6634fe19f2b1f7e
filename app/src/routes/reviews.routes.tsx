import { z } from 'zod';
import { isSeated, notFound, seated } from '../partnership/access/server.ts';
import { localToday } from '../partnership/cycle/server.ts';
import { recordWords } from '../partnership/record/index.ts';
import { readHead } from '../partnership/record/server.ts';
import { day, id, integer, oneOf, optionalDecimal, optionalText, text } from '../platform/form.ts';
import {
  nextSteps,
  ReviewForm,
  ReviewPage,
  reviewResults,
  reviewWords,
} from '../reflect/review/index.ts';
import { readGoalUnderReview, readReview, writeReview } from '../reflect/review/server.ts';
import { LinkButton } from '../ui/index.ts';
import { go, page } from './answer.ts';
import { doneNotice } from './done-notice.tsx';
import { recordSurround } from './record-surround.tsx';
import type { Routes } from './routes.ts';
import { uuidOrNull } from './uuid.ts';
import type { Visit } from './visit.ts';

const w = reviewWords;
const baseOf = (visit: Visit) => `/p/${visit.param('slug')}`;

const reviewForm = z.object({
  goal: id(),
  title: text(200),
  result: oneOf(reviewResults),
  measured: optionalDecimal(),
  contentNote: optionalText(8000),
  processScore: integer(1, 5),
  processNote: optionalText(8000),
  successes: optionalText(8000),
  challenges: optionalText(8000),
  nextStep: oneOf(nextSteps),
  heldOn: day(),
});

/** Looking back at a goal. */
export function reviewRoutes(routes: Routes): void {
  routes.get('/p/:slug/reviews/new', newPage);
  routes.post('/p/:slug/reviews', reviewForm, {
    act: async (visit, { goal, ...input }) => {
      const reviewId = await writeReview(seated(visit.ctx), goal, input);
      return go(`${baseOf(visit)}/reviews/${reviewId}`, { done: 'written' });
    },
    again: newPage,
  });
  routes.get('/p/:slug/reviews/:id', async (visit) => {
    const { ctx, say } = visit;
    const head = await readHead(ctx, 'review', visit.param('id'));
    const review = await readReview(ctx, head.id);
    return page({
      title: head.title,
      overline: say(recordWords, 'kind.review'),
      record: true,
      nav: 'goals',
      notice: doneNotice(visit, w),
      action: isSeated(ctx.actor) && (
        <LinkButton href={`${baseOf(visit)}/lessons/new?review=${head.id}`}>
          {say(w, 'lesson')}
        </LinkButton>
      ),
      ...(await recordSurround(visit, head)),
      body: <ReviewPage review={review} goal={await readGoalUnderReview(ctx, review.goalId)} />,
    });
  });
}

async function newPage(visit: Visit) {
  const ctx = seated(visit.ctx);
  const goalId = uuidOrNull(visit.form.value('goal', visit.query('goal')));
  if (!goalId) throw notFound();
  const goal = await readGoalUnderReview(ctx, goalId);
  return page({
    title: visit.say(w, 'new'),
    lead: visit.say(w, 'lead'),
    nav: 'goals',
    body: (
      <ReviewForm
        form={visit.form}
        action={`${baseOf(visit)}/reviews`}
        goal={goal}
        today={localToday(ctx)}
        draft={`${ctx.actor.seat.personId} review ${goal.id}`}
      />
    ),
  });
}

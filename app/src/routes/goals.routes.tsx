import { z } from 'zod';
import { mayFormTeam, teamWords } from '../act/team/index.ts';
import { mayEnterValues, ValueForms } from '../measure/indicator/index.ts';
import { isSeated, seated } from '../partnership/access/server.ts';
import { localToday } from '../partnership/cycle/server.ts';
import { RecordState } from '../partnership/record/index.ts';
import { readSeats } from '../partnership/seat/server.ts';
import { addDays } from '../platform/calendar-day.ts';
import {
  GoalForm,
  GoalList,
  GoalPage,
  goalFields,
  goalWords,
  mayEndorse,
} from '../prepare/goal/index.ts';
import { endorseGoal, proposeGoal, readGoal, readGoals } from '../prepare/goal/server.ts';
import { readVoicesForGoal } from '../prepare/voice/server.ts';
import { reviewWords } from '../reflect/review/index.ts';
import { emptyForm } from '../ui/form-state.ts';
import { ButtonRow, EmptyState, LinkButton } from '../ui/index.ts';
import { go, page } from './answer.ts';
import { doneNotice } from './done-notice.tsx';
import { problemsOf } from './form-problem.ts';
import { recordSurround } from './record-surround.tsx';
import type { Routes } from './routes.ts';
import type { Visit } from './visit.ts';

problemsOf('goal', goalWords);

/** Goals: proposed, endorsed, and watched with a number. */
export function goalsRoutes(routes: Routes): void {
  routes.get('/p/:slug/goals', listPage);
  routes.get('/p/:slug/goals/new', newPage);
  routes.post('/p/:slug/goals', z.object(goalFields), {
    act: async (visit, input) => {
      const goalId = await proposeGoal(seated(visit.ctx), input);
      return go(`${goalsOf(visit)}/${goalId}`, { done: 'proposed' });
    },
    again: newPage,
  });
  routes.get('/p/:slug/goals/:id', goalPage);
  routes.post('/p/:slug/goals/:id/endorse', z.object({}), {
    act: async (visit) => {
      const goalId = visit.param('id');
      const { adopted } = await endorseGoal(seated(visit.ctx), { goalId });
      return go(`${goalsOf(visit)}/${goalId}`, { done: adopted ? 'adopted' : 'endorsed' });
    },
    again: goalPage,
  });
}

function goalsOf(visit: Visit): string {
  return `/p/${visit.param('slug')}/goals`;
}

async function listPage(visit: Visit) {
  const ctx = seated(visit.ctx);
  const { say } = visit;
  const goals = await readGoals(ctx);
  const propose = <LinkButton href={`${goalsOf(visit)}/new`}>{say(goalWords, 'new')}</LinkButton>;
  return page({
    title: say(goalWords, 'title'),
    lead: say(goalWords, 'lead'),
    nav: 'goals',
    action: goals.length > 0 ? propose : undefined,
    body:
      goals.length > 0 ? (
        <GoalList slug={visit.param('slug')} goals={goals} />
      ) : (
        <EmptyState
          title={say(goalWords, 'empty.title')}
          action={
            <>
              {propose}{' '}
              <a href={`/p/${visit.param('slug')}/voices`}>{say(goalWords, 'empty.voices')}</a>
            </>
          }
          who={say(goalWords, 'empty.who')}
        >
          {say(goalWords, 'empty.why')}
        </EmptyState>
      ),
  });
}

async function newPage(visit: Visit) {
  const ctx = seated(visit.ctx);
  return page({
    title: visit.say(goalWords, 'new.title'),
    lead: visit.say(goalWords, 'new.lead'),
    nav: 'goals',
    body: (
      <GoalForm
        form={visit.form}
        action={goalsOf(visit)}
        voices={await readVoicesForGoal(ctx)}
        chosen={visit.url.searchParams.getAll('voice')}
        seats={await readSeats(ctx)}
        ownSeat={ctx.actor.seat.seatId}
        today={localToday(visit.ctx)}
        byWhen={addDays(localToday(visit.ctx), 200)}
      />
    ),
  });
}

async function goalPage(visit: Visit) {
  const { ctx, say } = visit;
  const goal = await readGoal(ctx, visit.param('id'));
  const slug = visit.param('slug');
  const path = `${goalsOf(visit)}/${goal.id}`;
  const mayEnter =
    goal.indicator !== null && isSeated(ctx.actor) && mayEnterValues(ctx.actor, goal.indicator);
  return page({
    title: goal.title,
    overline: say(goalWords, 'kind'),
    record: true,
    lead: <RecordState head={goal} />,
    nav: 'goals',
    notice: doneNotice(visit, goalWords),
    action: isSeated(ctx.actor) && goal.state === 'adopted' && (
      <ButtonRow>
        {mayFormTeam(ctx.actor) && (
          <LinkButton kind="quiet" href={`/p/${slug}/teams/new?goal=${goal.id}`}>
            {say(teamWords, 'new')}
          </LinkButton>
        )}
        <LinkButton kind="quiet" href={`/p/${slug}/reviews/new?goal=${goal.id}`}>
          {say(reviewWords, 'new')}
        </LinkButton>
      </ButtonRow>
    ),
    ...(await recordSurround(visit, goal)),
    body: (
      <GoalPage
        slug={slug}
        goal={goal}
        seats={await readSeats(ctx)}
        mayEndorse={mayEndorse(ctx.actor, goal)}
        ownOrganization={ctx.actor.seat?.organizationName ?? null}
        entering={visit.query('done') === 'value'}
        valueForms={
          mayEnter && (
            <ValueForms
              form={emptyForm}
              path={`/p/${slug}/indicators/${goal.indicator?.id}`}
              backTo={`${path}#numbers`}
              today={localToday(visit.ctx)}
            />
          )
        }
      />
    ),
  });
}

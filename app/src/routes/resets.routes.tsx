import { z } from 'zod';
import { seated } from '../partnership/access/server.ts';
import { useResetLink } from '../partnership/account/server.ts';
import { readSeats } from '../partnership/seat/server.ts';
import {
  mayStopReset,
  ResetPage,
  signInResetWords,
  UseResetLink,
} from '../partnership/sign-in-reset/index.ts';
import { readReset, stopReset } from '../partnership/sign-in-reset/server.ts';
import { InputProblem } from '../platform/input-problem.ts';
import { go, page } from './answer.ts';
import { arrivalOf } from './arrival.ts';
import { doneNotice } from './done-notice.tsx';
import { problemsOf } from './form-problem.ts';
import type { Routes } from './routes.ts';
import type { Visit } from './visit.ts';

problemsOf('reset', signInResetWords);

const pathOf = (visit: Visit) => `/p/${visit.param('slug')}/partners/resets/${visit.param('id')}`;

/** Two leads who lost every way to sign in: the table looks on, any lead can stop it. */
export function resetRoutes(routes: Routes): void {
  routes.get('/p/:slug/partners/resets/:id', resetPage);
  routes.post('/p/:slug/partners/resets/:id/stop', z.object({}), {
    act: async (visit) => {
      await stopReset(seated(visit.ctx), visit.param('id'));
      return go(pathOf(visit), { done: 'stopped' });
    },
    again: resetPage,
  });

  // Opening the link changes nothing, because mail programs open links too.
  routes.get('/sign-in/reset/:token', usePage);
  routes.post('/sign-in/reset/:token', z.object({}), {
    act: async (visit) => {
      const { signIn } = visit.services;
      const result = await useResetLink(signIn, visit.param('token'), arrivalOf(visit));
      if (!result) throw new InputProblem({ form: 'reset.used' });
      return go('/account', { cookies: result.cookies });
    },
    again: usedPage,
  });
}

async function resetPage(visit: Visit) {
  const ctx = seated(visit.ctx);
  const reset = await readReset(ctx, visit.param('id'));
  const seats = await readSeats(ctx);
  return page({
    title: visit.say(signInResetWords, 'title'),
    lead: visit.say(signInResetWords, 'lead'),
    nav: 'partners',
    notice: doneNotice(visit, signInResetWords),
    body: (
      <ResetPage
        form={visit.form}
        action={`${pathOf(visit)}/stop`}
        reset={reset}
        mayStop={mayStopReset(ctx.actor, reset)}
        stoppedBy={seats.find(({ id }) => id === reset.stoppedBySeat)?.title ?? ''}
      />
    ),
  });
}

async function usePage(visit: Visit) {
  return page({
    title: visit.say(signInResetWords, 'use.title'),
    lead: visit.say(signInResetWords, 'use.lead'),
    bare: true,
    body: <UseResetLink action={visit.url.pathname} />,
  });
}

async function usedPage(visit: Visit) {
  return page({
    title: visit.say(signInResetWords, 'use.title'),
    bare: true,
    body: <p role="alert">{visit.say(signInResetWords, 'use.used')}</p>,
  });
}

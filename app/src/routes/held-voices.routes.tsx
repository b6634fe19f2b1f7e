import { z } from 'zod';
import { notFound, seated } from '../partnership/access/server.ts';
import { readSeats } from '../partnership/seat/server.ts';
import { oneOf } from '../platform/form.ts';
import { asideReasons, HeldList, listeningWords, mayReadHeld } from '../prepare/listening/index.ts';
import {
  listHeldVoices,
  releaseHeldVoice,
  setAsideHeldVoice,
} from '../prepare/listening/server.ts';
import { go, page } from './answer.ts';
import { doneNotice } from './done-notice.tsx';
import type { Routes } from './routes.ts';
import type { Visit } from './visit.ts';

const queue = (visit: Visit) => `/p/${visit.param('slug')}/listening/held`;

/** Voices of people without an account that leads read before they are passed on. */
export function heldVoicesRoutes(routes: Routes): void {
  routes.get('/p/:slug/listening/held', heldPage);
  routes.post('/p/:slug/listening/held/:id/release', z.object({}), {
    act: async (visit) => {
      await releaseHeldVoice(seated(visit.ctx), visit.param('id'));
      return go(queue(visit), { done: 'released' });
    },
    again: heldPage,
  });
  routes.post('/p/:slug/listening/held/:id/set-aside', z.object({ reason: oneOf(asideReasons) }), {
    act: async (visit, { reason }) => {
      const outcome = await setAsideHeldVoice(seated(visit.ctx), visit.param('id'), reason);
      return go(queue(visit), { done: outcome === 'proposed' ? 'aside-asked' : outcome });
    },
    again: heldPage,
  });
}

async function heldPage(visit: Visit) {
  const ctx = seated(visit.ctx);
  const { actor } = ctx;
  if (!mayReadHeld(actor)) throw notFound();
  const seats = await readSeats(ctx);
  return page({
    title: visit.say(listeningWords, 'held.title'),
    overline: (
      <a href={`/p/${visit.param('slug')}/listening`}>{visit.say(listeningWords, 'title')}</a>
    ),
    lead: visit.say(listeningWords, 'held.lead'),
    nav: 'voices',
    notice: doneNotice(visit, listeningWords),
    body: (
      <HeldList
        slug={visit.param('slug')}
        actor={actor}
        held={await listHeldVoices(ctx)}
        seats={new Map(seats.map((seat) => [seat.id, seat]))}
        form={visit.form}
        about={visit.param('id')}
      />
    ),
  });
}

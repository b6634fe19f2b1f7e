import { notFound } from '../partnership/access/refusal.ts';
import { catalogue } from '../ui/catalogue.ts';
import { page } from './answer.ts';
import { doneNotice } from './done-notice.tsx';
import type { Routes } from './routes.ts';
import en from './table.en.json' with { type: 'json' };
import es from './table.es.json' with { type: 'json' };

const words = catalogue(en, es);

/** The table: a partnership's home. */
export function tableRoutes(routes: Routes): void {
  routes.get('/p/:slug', async (visit) => {
    const here = visit.ctx.actor.partnership;
    if (!here) throw notFound();
    return page({
      title: here.name,
      nav: 'table',
      notice: doneNotice(visit, words),
      body: <p>{visit.say(words, 'lead')}</p>,
    });
  });
}

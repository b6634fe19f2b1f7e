import { z } from 'zod';
import { notFound } from '../partnership/access/refusal.ts';
import { readPersonas, signInAsPersona } from '../partnership/demo/demo.server.ts';
import { demoWords } from '../partnership/demo/demo.words.ts';
import { Personas } from '../partnership/demo/personas.view.tsx';
import { id } from '../platform/form.ts';
import { go, page } from './answer.ts';
import type { Routes } from './routes.ts';
import type { Visit } from './visit.ts';

/** The demo district: opened by one press, with a switcher between its people. */
export function demoRoutes(routes: Routes): void {
  routes.get('/demo', demoPage);

  routes.post('/demo', z.object({}), {
    act: async (visit) => {
      if (!visit.services.openDemo) throw notFound();
      await visit.services.openDemo();
      return go('/demo');
    },
    again: demoPage,
  });

  routes.post('/demo/persona', z.object({ account: id() }), {
    act: async (visit, { account }) => {
      const { services, ctx } = visit;
      const personas = await readPersonas(ctx.db, ctx.clock.now());
      const cookie = await signInAsPersona(services.signIn, personas, account);
      if (!cookie) throw notFound();
      return go('/', { cookies: [cookie] });
    },
    again: demoPage,
  });
}

async function demoPage(visit: Visit) {
  const personas = await readPersonas(visit.ctx.db, visit.ctx.clock.now());
  if (personas.length === 0) return go('/?stay=1');
  return page({
    title: visit.say(demoWords, 'title'),
    lead: visit.say(demoWords, 'lead'),
    body: <Personas personas={personas} />,
  });
}

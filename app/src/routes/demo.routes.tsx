import { z } from 'zod';
import { notFound } from '../partnership/access/server.ts';
import { demoWords, Personas } from '../partnership/demo/index.ts';
import { readPersonas, signInAsPersona } from '../partnership/demo/server.ts';
import { id } from '../platform/form.ts';
import { Progress } from '../ui/index.ts';
import { go, page } from './answer.ts';
import { arrivalOf } from './arrival.ts';
import type { Routes } from './routes.ts';
import type { Visit } from './visit.ts';

/** The demo district: opened by one press, with a switcher between its people. */
export function demoRoutes(routes: Routes): void {
  routes.get('/demo', demoPage);

  routes.post('/demo', z.object({}), {
    act: async (visit) => {
      if (!visit.services.demo) throw notFound();
      await visit.services.demo.open();
      return go('/demo');
    },
    again: demoPage,
  });

  routes.post('/demo/persona', z.object({ account: id() }), {
    act: async (visit, { account }) => {
      const { services, ctx } = visit;
      if (!services.demo) throw notFound();
      const personas = await readPersonas(ctx.db, ctx.clock.now());
      const cookie = await signInAsPersona(services.signIn, personas, account, {
        ...arrivalOf(visit),
      });
      if (!cookie) throw notFound();
      return go('/', { cookies: [cookie] });
    },
    again: demoPage,
  });
}

async function demoPage(visit: Visit) {
  const { services, ctx, say } = visit;
  const state = (await services.demo?.state()) ?? { is: 'absent' };
  if (state.is === 'absent') return go('/?stay=1');
  if (state.is === 'making') {
    return page({
      title: say(demoWords, 'making.title'),
      reloadSeconds: 1,
      body: (
        <Progress
          label={say(demoWords, 'making.label')}
          value={state.done}
          total={state.total}
          text={say(demoWords, 'making.note')}
        />
      ),
    });
  }
  const personas = await readPersonas(ctx.db, ctx.clock.now());
  return page({
    title: say(demoWords, 'title'),
    lead: say(demoWords, 'lead'),
    body: <Personas personas={personas} />,
  });
}

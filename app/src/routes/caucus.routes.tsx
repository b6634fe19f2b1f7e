import { z } from 'zod';
import { VisibleTo } from '../partnership/access/index.ts';
import { seated } from '../partnership/access/server.ts';
import { Caucus, caucusWords, Thread } from '../partnership/caucus/index.ts';
import {
  openThread,
  readThread,
  readThreads,
  writeInThread,
} from '../partnership/caucus/server.ts';
import { oneOf, text } from '../platform/form.ts';
import { SideSection } from '../ui/index.ts';
import { go, page } from './answer.ts';
import { doneNotice } from './done-notice.tsx';
import type { Routes } from './routes.ts';
import type { Visit } from './visit.ts';

const w = caucusWords;
const baseOf = (visit: Visit) => `/p/${visit.param('slug')}`;

/** An organization's own space. */
export function caucusRoutes(routes: Routes): void {
  routes.get('/p/:slug/caucus', caucusPage);
  routes.post(
    '/p/:slug/caucus',
    z.object({ sort: oneOf(['note', 'discussion']), title: text(200), body: text(20_000) }),
    {
      act: async (visit, input) => {
        const id = await openThread(seated(visit.ctx), input);
        return go(`${baseOf(visit)}/caucus/${id}`, { done: 'opened' });
      },
      again: caucusPage,
    },
  );
  routes.get('/p/:slug/caucus/:id', threadPage);
  routes.post('/p/:slug/caucus/:id/posts', z.object({ body: text(20_000) }), {
    act: async (visit, input) => {
      const threadId = visit.param('id');
      await writeInThread(seated(visit.ctx), { threadId, ...input });
      return go(`${baseOf(visit)}/caucus/${threadId}`, { done: 'added' });
    },
    again: threadPage,
  });
}

async function caucusPage(visit: Visit) {
  const ctx = seated(visit.ctx);
  const organization = ctx.actor.seat.organizationName;
  return page({
    title: visit.say(w, 'title', { organization }),
    lead: visit.say(w, 'lead', { organization }),
    nav: 'caucus',
    ...surround(visit),
    body: <Caucus base={baseOf(visit)} form={visit.form} threads={await readThreads(ctx)} />,
  });
}

async function threadPage(visit: Visit) {
  const ctx = seated(visit.ctx);
  const thread = await readThread(ctx, visit.param('id'));
  return page({
    title: thread.title,
    overline: visit.say(w, `sort.${thread.sort}`),
    nav: 'caucus',
    notice: doneNotice(visit, w),
    ...surround(visit),
    body: <Thread base={baseOf(visit)} form={visit.form} thread={thread} />,
  });
}

function surround(visit: Visit) {
  const { seat } = seated(visit.ctx).actor;
  const visibility = {
    visibleTo: `caucus:${seat.organizationId}`,
    body: seat.organizationName,
    count: 0,
  };
  return {
    visibility: <VisibleTo visibility={visibility} />,
    side: (
      <SideSection title={visit.say(w, 'limit')}>
        <p>{visit.say(w, 'honest')}</p>
      </SideSection>
    ),
  };
}

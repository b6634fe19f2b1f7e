import { z } from 'zod';
import { notFound, seated } from '../partnership/access/server.ts';
import { discussionWords } from '../partnership/discussion/index.ts';
import {
  correctPost,
  readPost,
  takeBackPost,
  writePost,
} from '../partnership/discussion/server.ts';
import { recordPath } from '../partnership/record/index.ts';
import { readHeads } from '../partnership/record/server.ts';
import { text } from '../platform/form.ts';
import { go, page } from './answer.ts';
import { doneNotice } from './done-notice.tsx';
import { problemsOf } from './form-problem.ts';
import { recordDiscussion } from './record-discussion.tsx';
import type { Routes } from './routes.ts';
import type { Visit } from './visit.ts';

const w = discussionWords;
problemsOf('discussion', w);

const pathOf = (visit: Visit, recordId: string) =>
  `/p/${visit.param('slug')}/discussions/${recordId}`;
const said = z.object({ body: text(4000) });

/** Discussions beneath records: they stand on the record's page, and on one of their own. */
export function discussionRoutes(routes: Routes): void {
  routes.get('/p/:slug/discussions/:id', (visit) => discussionPage(visit, visit.param('id')));
  routes.post('/p/:slug/discussions/:id', said, {
    act: async (visit, { body }) => {
      const recordId = visit.param('id');
      await writePost(seated(visit.ctx), { recordId, body });
      return go(`${pathOf(visit, recordId)}#discussion`, { done: 'written' });
    },
    again: (visit) => discussionPage(visit, visit.param('id')),
  });
  routes.post('/p/:slug/discussions/posts/:postId/correct', said, {
    act: async (visit, { body }) => {
      const postId = visit.param('postId');
      const recordId = await correctPost(seated(visit.ctx), { postId, body });
      return go(`${pathOf(visit, recordId)}#discussion`, { done: 'corrected' });
    },
    again: postPage,
  });
  routes.post('/p/:slug/discussions/posts/:postId/take-back', z.object({}), {
    act: async (visit) => {
      const recordId = await takeBackPost(seated(visit.ctx), visit.param('postId'));
      return go(`${pathOf(visit, recordId)}#discussion`, { done: 'taken-back' });
    },
    again: postPage,
  });
}

async function postPage(visit: Visit) {
  const post = await readPost(seated(visit.ctx), visit.param('postId'));
  return discussionPage(visit, post.recordId);
}

async function discussionPage(visit: Visit, recordId: string) {
  const ctx = seated(visit.ctx);
  const [head] = await readHeads(ctx, [recordId]);
  if (!head) throw notFound();
  return page({
    title: visit.say(w, 'page.title', { title: head.title }),
    overline: (
      <a href={recordPath(visit.param('slug'), head)}>
        {visit.say(w, 'back', { title: head.title })}
      </a>
    ),
    notice: doneNotice(visit, w),
    body: await recordDiscussion(ctx, head, visit.form),
  });
}

import { z } from 'zod';
import { VisibleTo } from '../partnership/access/index.ts';
import { seated } from '../partnership/access/server.ts';
import {
  CaucusPage,
  CaucusSide,
  caucusWords,
  LockButton,
  RecoveryPage,
  ThreadPage,
} from '../partnership/caucus/index.ts';
import {
  beginCaucus,
  type CaucusSpace,
  changeKey,
  editPost,
  keepPasskey,
  keepPersonKey,
  letIn,
  openThread,
  readSpace,
  readThread,
  readThreads,
  removePost,
  renewRecovery,
  writeInThread,
} from '../partnership/caucus/server.ts';
import { id, integer } from '../platform/form.ts';
import { go, page } from './answer.ts';
import {
  access,
  accesses,
  ageFile,
  generation,
  passkey,
  recipient,
  recovery,
  sealed,
} from './caucus-fields.ts';
import { doneNotice } from './done-notice.tsx';
import { problemsOf } from './form-problem.ts';
import type { Routes } from './routes.ts';
import type { Visit } from './visit.ts';

const w = caucusWords;
const baseOf = (visit: Visit) => `/p/${visit.param('slug')}/caucus`;

/** An organization's own space. Everything that arrives here was sealed in a browser. */
export function caucusRoutes(routes: Routes): void {
  problemsOf('caucus', w);
  routes.get('/p/:slug/caucus', caucusPage);
  routes.get('/p/:slug/caucus/recovery', recoveryPage);
  keyRoutes(routes);
  textRoutes(routes);
  routes.get('/p/:slug/caucus/:id', threadPage);
}

function keyRoutes(routes: Routes): void {
  const again = caucusPage;
  const key = { recipient: recipient(), byPassphrase: ageFile() };
  const first = { generation: generation(), access: accesses(), ...recovery };
  routes.post('/p/:slug/caucus/keys', z.object(key), {
    act: async (visit, made) => {
      await keepPersonKey(seated(visit.ctx), made);
      return go(baseOf(visit), { done: 'keys' });
    },
    again,
  });
  routes.post('/p/:slug/caucus/begin', z.object({ ...key, ...first }), {
    act: async (visit, { recipient, byPassphrase, ...made }) => {
      await keepPersonKey(seated(visit.ctx), { recipient, byPassphrase });
      await beginCaucus(seated(visit.ctx), made);
      return go(baseOf(visit), { done: 'begun' });
    },
    again,
  });
  routes.post('/p/:slug/caucus/begin-again', z.object(first), {
    act: async (visit, made) => {
      await beginCaucus(seated(visit.ctx), made);
      return go(baseOf(visit), { done: 'begun' });
    },
    again: recoveryPage,
  });
  routes.post('/p/:slug/caucus/passkey', z.object({ passkey: passkey(), byPasskey: ageFile() }), {
    act: async (visit, wrapped) => {
      await keepPasskey(seated(visit.ctx), wrapped);
      return go(baseOf(visit), { done: 'passkey' });
    },
    again,
  });
  routes.post('/p/:slug/caucus/let-in', z.object({ generation: generation(), access: access() }), {
    act: async (visit, made) => {
      await letIn(seated(visit.ctx), made);
      return go(baseOf(visit), { done: 'let-in' });
    },
    again,
  });
  routes.post('/p/:slug/caucus/key', z.object({ ...first, previous: sealed(), link: sealed() }), {
    act: async (visit, made) => {
      await changeKey(seated(visit.ctx), made);
      return go(baseOf(visit), { done: 'key-changed' });
    },
    again,
  });
  routes.post('/p/:slug/caucus/recovery', z.object(first), {
    act: async (visit, made) => {
      await renewRecovery(seated(visit.ctx), made);
      const done = made.access.length > 0 ? 'recovered' : 'recovery-renewed';
      return go(baseOf(visit), { done });
    },
    again: recoveryPage,
  });
}

function textRoutes(routes: Routes): void {
  const post = { postId: id(), generation: generation(), body: sealed() };
  const thread = (visit: Visit, threadId: string) => `${baseOf(visit)}/${threadId}`;
  routes.post('/p/:slug/caucus', z.object({ ...post, newId: id(), head: sealed() }), {
    act: async (visit, { newId, ...made }) => {
      await openThread(seated(visit.ctx), { ...made, id: newId });
      return go(thread(visit, newId), { done: 'opened' });
    },
    again: caucusPage,
  });
  routes.post('/p/:slug/caucus/:id/posts', z.object(post), {
    act: async (visit, made) => {
      const threadId = visit.param('id');
      await writeInThread(seated(visit.ctx), { ...made, threadId });
      return go(thread(visit, threadId), { done: 'added' });
    },
    again: threadPage,
  });
  const edited = { generation: generation(), version: integer(2, 1_000_000), body: sealed() };
  routes.post('/p/:slug/caucus/posts/:id/edit', z.object(edited), {
    act: async (visit, made) => {
      const postId = visit.param('id');
      const { threadId } = await editPost(seated(visit.ctx), { ...made, postId });
      return go(thread(visit, threadId), { done: 'changed' });
    },
    again: caucusPage,
  });
  routes.post('/p/:slug/caucus/posts/:id/remove', z.object({}), {
    act: async (visit) => {
      const { threadId } = await removePost(seated(visit.ctx), visit.param('id'));
      return go(thread(visit, threadId), { done: 'removed' });
    },
    again: caucusPage,
  });
}

async function caucusPage(visit: Visit) {
  const ctx = seated(visit.ctx);
  const organization = ctx.actor.seat.organizationName;
  const space = await readSpace(ctx);
  const threads = await readThreads(ctx);
  return page({
    title: visit.say(w, 'title', { organization }),
    lead: visit.say(w, 'lead', { organization }),
    ...surround(visit, space, true),
    body: <CaucusPage {...frameOf(visit, space)} threads={threads} />,
  });
}

async function threadPage(visit: Visit) {
  const ctx = seated(visit.ctx);
  const thread = await readThread(ctx, visit.param('id'));
  const space = await readSpace(ctx);
  return page({
    // A title of its own would stay in the browser's history; the text's stands on the page alone.
    title: visit.say(w, 'text.title'),
    overline: <a href={baseOf(visit)}>{visit.say(w, 'back')}</a>,
    ...surround(visit, space, false),
    body: <ThreadPage {...frameOf(visit, space)} thread={thread} />,
  });
}

async function recoveryPage(visit: Visit) {
  const space = await readSpace(seated(visit.ctx));
  return page({
    title: visit.say(w, 'recovery.title'),
    overline: <a href={baseOf(visit)}>{visit.say(w, 'back')}</a>,
    lead: visit.say(w, 'recovery.lead'),
    ...surround(visit, space, false),
    body: <RecoveryPage {...frameOf(visit, space)} />,
  });
}

function frameOf(visit: Visit, space: CaucusSpace) {
  const { seat, partnership } = seated(visit.ctx).actor;
  return {
    space,
    base: baseOf(visit),
    demo: partnership.demo,
    form: visit.form,
    organization: seat.organizationName,
    address: visit.ctx.baseUrl,
  };
}

function surround(visit: Visit, space: CaucusSpace, keys: boolean) {
  const { seat } = seated(visit.ctx).actor;
  const visibility = {
    visibleTo: `caucus:${seat.organizationId}`,
    body: seat.organizationName,
    count: 0,
  };
  return {
    nav: 'caucus',
    notice: doneNotice(visit, w),
    islands: ['caucus'],
    action: <LockButton />,
    visibility: <VisibleTo visibility={visibility} />,
    side: <CaucusSide space={space} keys={keys} />,
  };
}

import { notFound, type SeatedCtx } from '../access/server.ts';
import { audit } from '../audit/server.ts';
import { currentSpace } from './current-space.ts';
import { own } from './keys.store.ts';
import {
  clearBody,
  insertPost,
  insertThread,
  replaceBody,
  type SealedPost,
  touchThread,
} from './texts.store.ts';

/** Opens a thread in the own organization's space. Nobody outside it can tell. */
export async function openThread(
  ctx: SeatedCtx,
  thread: SealedPost & { id: string; head: Uint8Array },
): Promise<void> {
  await currentSpace(ctx, thread);
  await insertThread(ctx, thread);
  await insertPost(ctx, { ...thread, threadId: thread.id });
  await audit(ctx, 'caucus.opened', { visibleTo: own(ctx).visibleTo, recordId: thread.id });
}

/** Adds to a thread of the own organization. */
export async function writeInThread(
  ctx: SeatedCtx,
  post: SealedPost & { threadId: string },
): Promise<void> {
  await currentSpace(ctx, { generation: post.generation });
  if (!(await touchThread(ctx, post.threadId))) throw notFound();
  await insertPost(ctx, post);
}

/** The author's next version of a post. What it said before is gone. */
export async function editPost(
  ctx: SeatedCtx,
  post: SealedPost & { version: number },
): Promise<{ threadId: string }> {
  await currentSpace(ctx, { generation: post.generation });
  const changed = await replaceBody(ctx, post);
  if (!changed) throw notFound();
  return changed;
}

/** The author takes a post back. */
export async function removePost(ctx: SeatedCtx, postId: string): Promise<{ threadId: string }> {
  const changed = await clearBody(ctx, postId);
  if (!changed) throw notFound();
  return changed;
}

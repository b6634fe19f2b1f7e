import type { SeatedCtx } from '../access/server.ts';
import { own } from './keys.store.ts';

/** A post as its author's browser sealed it. */
export interface SealedPost {
  postId: string;
  generation: number;
  body: Uint8Array;
}

export async function insertThread(
  ctx: SeatedCtx,
  thread: { id: string; generation: number; head: Uint8Array },
): Promise<void> {
  const now = ctx.clock.now();
  await ctx.db
    .insertInto('caucusThread')
    .values({
      ...own(ctx),
      id: thread.id,
      generation: thread.generation,
      head: Buffer.from(thread.head),
      personId: ctx.actor.seat.personId,
      createdAt: now,
      changedAt: now,
    })
    .execute();
}

export async function insertPost(
  ctx: SeatedCtx,
  post: SealedPost & { threadId: string },
): Promise<void> {
  const now = ctx.clock.now();
  await ctx.db
    .insertInto('caucusPost')
    .values({
      ...own(ctx),
      id: post.postId,
      threadId: post.threadId,
      generation: post.generation,
      version: 1,
      body: Buffer.from(post.body),
      personId: ctx.actor.seat.personId,
      createdAt: now,
      changedAt: now,
    })
    .execute();
}

/** False when there is no such thread in the own organization. */
export async function touchThread(ctx: SeatedCtx, id: string): Promise<boolean> {
  const { partnershipId, organizationId } = own(ctx);
  const { numUpdatedRows } = await ctx.db
    .updateTable('caucusThread')
    .set({ changedAt: ctx.clock.now() })
    .where('partnershipId', '=', partnershipId)
    .where('organizationId', '=', organizationId)
    .where('id', '=', id)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** The next version of an own post. Null when there is no such post, or this is not its next version. */
export async function replaceBody(
  ctx: SeatedCtx,
  post: SealedPost & { version: number },
): Promise<{ threadId: string } | null> {
  return changeOwn(ctx, post.postId, post.version, {
    generation: post.generation,
    version: post.version,
    body: Buffer.from(post.body),
    changedAt: ctx.clock.now(),
  });
}

/** Takes the words of an own post away; that there was one stays. */
export async function clearBody(
  ctx: SeatedCtx,
  postId: string,
): Promise<{ threadId: string } | null> {
  const now = ctx.clock.now();
  return changeOwn(ctx, postId, null, { body: null, changedAt: now, removedAt: now });
}

interface Change {
  generation?: number;
  version?: number;
  body: Buffer | null;
  changedAt: Date;
  removedAt?: Date;
}

async function changeOwn(
  ctx: SeatedCtx,
  postId: string,
  version: number | null,
  change: Change,
): Promise<{ threadId: string } | null> {
  const { partnershipId, organizationId } = own(ctx);
  let query = ctx.db
    .updateTable('caucusPost')
    .set(change)
    .where('partnershipId', '=', partnershipId)
    .where('organizationId', '=', organizationId)
    .where('id', '=', postId)
    .where('personId', '=', ctx.actor.seat.personId)
    .where('removedAt', 'is', null);
  if (version !== null) query = query.where('version', '=', version - 1);
  return (await query.returning('threadId').executeTakeFirst()) ?? null;
}

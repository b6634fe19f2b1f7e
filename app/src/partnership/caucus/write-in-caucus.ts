import type { SeatedCtx } from '../access/server.ts';
import { audit } from '../audit/server.ts';
import { readThread } from './caucus.store.ts';

/** Opens a thread in the own organization's space. Nobody outside it can tell. */
export async function openThread(
  ctx: SeatedCtx,
  input: { sort: 'note' | 'discussion'; title: string; body: string },
): Promise<string> {
  const { actor, db } = ctx;
  const partnershipId = actor.partnership.id;
  const visibleTo = `caucus:${actor.seat.organizationId}`;
  const id = ctx.random.uuid();
  const now = ctx.clock.now();
  await db
    .insertInto('caucusThread')
    .values({
      partnershipId,
      id,
      visibleTo,
      sort: input.sort,
      title: input.title,
      createdAt: now,
      changedAt: now,
      createdBySeat: actor.seat.seatId,
    })
    .execute();
  await addPost(ctx, { threadId: id, visibleTo, body: input.body });
  await audit(ctx, 'caucus.opened', { visibleTo, recordId: id });
  return id;
}

/** Adds to a thread of the own organization. */
export async function writeInThread(
  ctx: SeatedCtx,
  input: { threadId: string; body: string },
): Promise<void> {
  const { visibleTo } = await readThread(ctx, input.threadId);
  await addPost(ctx, { ...input, visibleTo });
  await ctx.db
    .updateTable('caucusThread')
    .set({ changedAt: ctx.clock.now() })
    .where('partnershipId', '=', ctx.actor.partnership.id)
    .where('id', '=', input.threadId)
    .execute();
}

async function addPost(
  ctx: SeatedCtx,
  post: { threadId: string; visibleTo: string; body: string },
): Promise<void> {
  await ctx.db
    .insertInto('caucusPost')
    .values({
      partnershipId: ctx.actor.partnership.id,
      id: ctx.random.uuid(),
      threadId: post.threadId,
      visibleTo: post.visibleTo,
      body: post.body,
      createdAt: ctx.clock.now(),
      personId: ctx.actor.seat.personId,
    })
    .execute();
}

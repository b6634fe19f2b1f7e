import { allow, type SeatedCtx } from '../access/server.ts';
import { audit } from '../audit/server.ts';
import { readHeads } from '../record/server.ts';
import { readPost, updatePost } from './discussion.store.ts';
import { mayTakeBack } from './discussion.ts';

/** Takes one's own words back. That something was written stays; the words stay with their author. */
export async function takeBackPost(ctx: SeatedCtx, postId: string): Promise<string> {
  const post = await readPost(ctx, postId);
  const { personId } = ctx.actor.seat;
  allow(mayTakeBack(post, personId));
  await updatePost(ctx, post.id, { body: '', withdrawnAt: ctx.clock.now() });
  const [record] = await readHeads(ctx, [post.recordId]);
  await audit(ctx, 'discussion.taken-back', {
    visibleTo: record?.visibleTo ?? `person:${personId}`,
    recordId: post.recordId,
  });
  return post.recordId;
}

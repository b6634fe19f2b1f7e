import { InputProblem } from '../../platform/input-problem.ts';
import { allow, type SeatedCtx } from '../access/server.ts';
import { audit } from '../audit/server.ts';
import { readHeads } from '../record/server.ts';
import { readPost, updatePost } from './discussion.store.ts';
import { mayCorrect, mayTakeBack } from './discussion.ts';

/** Corrects one's own words, for a little while after they were written. */
export async function correctPost(
  ctx: SeatedCtx,
  input: { postId: string; body: string },
): Promise<string> {
  const post = await readPost(ctx, input.postId);
  const { personId } = ctx.actor.seat;
  allow(mayTakeBack(post, personId));
  const now = ctx.clock.now();
  if (!mayCorrect(post, personId, now)) throw new InputProblem({ body: 'discussion.too-late' });
  await updatePost(ctx, post.id, { body: input.body, changedAt: now });
  const [record] = await readHeads(ctx, [post.recordId]);
  await audit(ctx, 'discussion.corrected', {
    visibleTo: record?.visibleTo ?? `person:${personId}`,
    recordId: post.recordId,
  });
  return post.recordId;
}

import type { SeatedCtx } from '../../partnership/access/server.ts';
import { audit } from '../../partnership/audit/server.ts';
import { insertRecord, linkRecords, readHead } from '../../partnership/record/server.ts';
import type { LessonShown } from './lesson.ts';

/** Keeps a lesson, tied to the review it came out of. */
export async function writeLesson(
  ctx: SeatedCtx,
  input: Omit<LessonShown, 'contactSeat'> & {
    title: string;
    visibleTo: 'public' | 'partnership';
    contactSeat?: string | undefined;
    reviewId?: string | undefined;
  },
): Promise<string> {
  const { title, visibleTo, reviewId, ...parts } = input;
  const id = await insertRecord(ctx, { kind: 'lesson', title, state: 'shared', visibleTo });
  await ctx.db
    .insertInto('lesson')
    .values({
      partnershipId: ctx.actor.partnership.id,
      id,
      visibleTo,
      ...parts,
      contactSeat: parts.contactSeat ?? null,
    })
    .execute();
  if (reviewId) {
    const review = await readHead(ctx, 'review', reviewId);
    await linkRecords(ctx, review.id, id);
  }
  await audit(ctx, 'lesson.shared', { visibleTo, recordId: id });
  return id;
}

import { type Ctx, notFound } from '../../partnership/access/server.ts';
import type { RecordHead } from '../../partnership/record/index.ts';
import type { LessonShown } from './lesson.ts';

export async function readLesson(ctx: Ctx, id: string): Promise<LessonShown> {
  const row = await ctx.db
    .selectFrom('lesson')
    .select(['context', 'change', 'evidence', 'effort', 'conditions', 'whatFailed', 'contactSeat'])
    .where('partnershipId', '=', ctx.actor.partnership?.id ?? null)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) throw notFound();
  return row;
}

export interface LessonListed extends RecordHead {
  change: string;
}

/** All lessons this actor may read, the newest first. */
export async function readLessons(ctx: Ctx): Promise<LessonListed[]> {
  const rows = await ctx.db
    .selectFrom('lesson')
    .innerJoin('record', (join) =>
      join
        .onRef('record.partnershipId', '=', 'lesson.partnershipId')
        .onRef('record.id', '=', 'lesson.id'),
    )
    .select([
      'record.id',
      'record.kind',
      'record.title',
      'record.state',
      'record.visibleTo',
      'record.createdAt',
      'record.changedAt',
      'record.createdBySeat',
      'lesson.change',
    ])
    .where('lesson.partnershipId', '=', ctx.actor.partnership?.id ?? null)
    .orderBy('record.createdAt', 'desc')
    .limit(200)
    .execute();
  return rows as LessonListed[];
}

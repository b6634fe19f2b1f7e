import { notFound, type SeatedCtx } from '../access/server.ts';

export interface ThreadListed {
  id: string;
  sort: 'note' | 'discussion';
  title: string;
  changedAt: Date;
  posts: number;
}

/** The threads of the acting seat's own organization. */
export async function readThreads(ctx: SeatedCtx): Promise<ThreadListed[]> {
  return ctx.db
    .selectFrom('caucusThread as thread')
    .select((eb) => [
      'thread.id',
      'thread.sort',
      'thread.title',
      'thread.changedAt',
      eb
        .selectFrom('caucusPost as post')
        .select((count) => count.fn.countAll<number>().as('posts'))
        .whereRef('post.partnershipId', '=', 'thread.partnershipId')
        .whereRef('post.threadId', '=', 'thread.id')
        .$asScalar()
        .$notNull()
        .as('posts'),
    ])
    .where('thread.partnershipId', '=', ctx.actor.partnership.id)
    .orderBy('thread.changedAt', 'desc')
    .execute();
}

export interface ThreadShown {
  id: string;
  sort: 'note' | 'discussion';
  title: string;
  visibleTo: string;
  posts: { id: string; body: string; name: string; createdAt: Date }[];
}

export async function readThread(ctx: SeatedCtx, id: string): Promise<ThreadShown> {
  const partnershipId = ctx.actor.partnership.id;
  const thread = await ctx.db
    .selectFrom('caucusThread')
    .select(['id', 'sort', 'title', 'visibleTo'])
    .where('partnershipId', '=', partnershipId)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!thread) throw notFound();
  const posts = await ctx.db
    .selectFrom('caucusPost as post')
    .innerJoin('person', (join) =>
      join
        .onRef('person.partnershipId', '=', 'post.partnershipId')
        .onRef('person.id', '=', 'post.personId'),
    )
    .select(['post.id', 'post.body', 'person.name', 'post.createdAt'])
    .where('post.partnershipId', '=', partnershipId)
    .where('post.threadId', '=', id)
    .orderBy('post.createdAt')
    .execute();
  return { ...thread, posts };
}

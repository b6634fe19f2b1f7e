import { sql } from 'kysely';
import { type Ctx, notFound, type SeatedCtx } from '../access/server.ts';
import type { Guarded, Post } from './discussion.ts';

function posts(ctx: Ctx) {
  return ctx.db
    .selectFrom('discussionPost')
    .leftJoin('person', (join) =>
      join
        .onRef('person.partnershipId', '=', 'discussionPost.partnershipId')
        .onRef('person.id', '=', 'discussionPost.personId'),
    )
    .where('discussionPost.partnershipId', '=', ctx.actor.partnership?.id ?? null)
    .select([
      'discussionPost.id',
      'discussionPost.recordId',
      'discussionPost.seatId',
      'discussionPost.personId',
      'person.name',
      'discussionPost.body',
      'discussionPost.createdAt',
      'discussionPost.changedAt',
      'discussionPost.withdrawnAt',
    ]);
}

/** What was written beneath a record, the earliest first. */
export function readDiscussion(ctx: Ctx, recordId: string): Promise<Post[]> {
  return posts(ctx)
    .where('discussionPost.recordId', '=', recordId)
    .orderBy('discussionPost.createdAt')
    .orderBy('discussionPost.id')
    .execute();
}

export async function readPost(ctx: Ctx, id: string): Promise<Post> {
  const post = await posts(ctx).where('discussionPost.id', '=', id).executeTakeFirst();
  if (!post) throw notFound();
  return post;
}

export async function insertPost(
  ctx: SeatedCtx,
  record: { id: string; visibleTo: string },
  body: string,
): Promise<string> {
  const { partnership, seat } = ctx.actor;
  const id = ctx.random.uuid();
  await ctx.db
    .insertInto('discussionPost')
    .values({
      partnershipId: partnership.id,
      id,
      recordId: record.id,
      visibleTo: record.visibleTo,
      seatId: seat.seatId,
      personId: seat.personId,
      body,
      createdAt: ctx.clock.now(),
    })
    .execute();
  return id;
}

export async function updatePost(
  ctx: SeatedCtx,
  id: string,
  changes: { body: string; changedAt: Date } | { body: ''; withdrawnAt: Date },
): Promise<void> {
  await ctx.db
    .updateTable('discussionPost')
    .set(changes)
    .where('partnershipId', '=', ctx.actor.partnership.id)
    .where('id', '=', id)
    .execute();
}

/** The public bodies for which the acting person had better not write beneath this record. One query. */
export async function readGuards(ctx: Ctx, recordId: string): Promise<Guarded[]> {
  if (!ctx.actor.seat) return [];
  const { rows } = await sql<Guarded>`
    select kind, body as body_id, team as team_id, why
    from my_serial_guard(${recordId}::uuid, ${ctx.clock.now()})
  `.execute(ctx.db);
  return rows;
}

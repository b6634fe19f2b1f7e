import { type Ctx, notFound, type SeatedCtx } from '../../partnership/access/server.ts';
import type { MeetingSeries } from './meeting.ts';

const columns = [
  'id',
  'visibleTo',
  'teamId',
  'title',
  'everyWeeks',
  'startsAt',
  'durationMinutes',
  'place',
  'quorumEachSide',
  'endedAt',
] as const;

export async function insertSeries(
  ctx: SeatedCtx,
  series: Omit<MeetingSeries, 'id' | 'endedAt'>,
): Promise<string> {
  const id = ctx.random.uuid();
  await ctx.db
    .insertInto('meetingSeries')
    .values({
      partnershipId: ctx.actor.partnership.id,
      id,
      ...series,
      createdAt: ctx.clock.now(),
    })
    .execute();
  return id;
}

/** A standing meeting, which nobody else plans ahead until this transaction ends. */
export async function lockSeries(ctx: SeatedCtx, id: string): Promise<MeetingSeries> {
  const series = await ctx.db
    .selectFrom('meetingSeries')
    .select(columns)
    .where('partnershipId', '=', ctx.actor.partnership.id)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!series) throw notFound();
  return series;
}

/** The standing meetings of a team that still go on. */
export function readTeamSeries(ctx: Ctx, teamId: string): Promise<MeetingSeries[]> {
  return ctx.db
    .selectFrom('meetingSeries')
    .select(columns)
    .where('partnershipId', '=', ctx.actor.partnership?.id ?? null)
    .where('teamId', '=', teamId)
    .where('endedAt', 'is', null)
    .orderBy('createdAt')
    .execute();
}

/** How many meetings of a series were planned so far, and how many of them lie ahead. */
export async function countPlanned(
  ctx: SeatedCtx,
  seriesId: string,
): Promise<{ planned: number; ahead: number }> {
  const counts = await ctx.db
    .selectFrom('meeting')
    .select((eb) => [
      eb.fn.countAll<number>().as('planned'),
      eb.fn.countAll<number>().filterWhere('startsAt', '>', ctx.clock.now()).as('ahead'),
    ])
    .where('partnershipId', '=', ctx.actor.partnership.id)
    .where('seriesId', '=', seriesId)
    .executeTakeFirstOrThrow();
  return counts;
}

export async function endSeriesNow(ctx: SeatedCtx, id: string): Promise<void> {
  await ctx.db
    .updateTable('meetingSeries')
    .set({ endedAt: ctx.clock.now() })
    .where('partnershipId', '=', ctx.actor.partnership.id)
    .where('id', '=', id)
    .execute();
}

import { type Ctx, notAllowed, notFound, type SeatedCtx } from '../../partnership/access/server.ts';
import type { Meeting } from './meeting.ts';

/** A meeting that this actor may read; otherwise there is nothing here. */
export async function readMeeting(ctx: Ctx, id: string): Promise<Meeting> {
  const meeting = await meetings(ctx).where('meeting.id', '=', id).executeTakeFirst();
  if (!meeting) throw notFound();
  return meeting as Meeting;
}

/** The same, and nobody else changes it until this transaction ends. */
export async function lockMeeting(ctx: SeatedCtx, id: string): Promise<Meeting> {
  const meeting = await meetings(ctx)
    .where('meeting.id', '=', id)
    .forUpdate(['meeting'])
    .executeTakeFirst();
  if (meeting) return meeting as Meeting;
  // Only the team may hold it; others may still read it.
  await readMeeting(ctx, id);
  throw notAllowed();
}

/** Meetings that have not begun to be past, the next one first. */
export async function readUpcomingMeetings(
  ctx: Ctx,
  only: { teamIds?: readonly string[]; limit?: number } = {},
): Promise<Meeting[]> {
  if (only.teamIds?.length === 0) return [];
  const now = ctx.clock.now();
  const found = await meetings(ctx)
    .where('meeting.startsAt', '>', new Date(now.getTime() - longestMs))
    .where('record.state', '=', 'planned')
    .$if(only.teamIds !== undefined, (query) =>
      query.where('meeting.teamId', 'in', only.teamIds ?? []),
    )
    .orderBy('meeting.startsAt')
    .orderBy('meeting.id')
    .limit(only.limit ?? 60)
    .execute();
  return (found as Meeting[]).filter(
    ({ startsAt, durationMinutes }) =>
      startsAt.getTime() + durationMinutes * 60_000 > now.getTime(),
  );
}

const longestMs = 10 * 3_600_000;

/** Meetings whose time has come, the last one first. */
export async function readPastMeetings(ctx: Ctx, limit: number): Promise<Meeting[]> {
  const found = await meetings(ctx)
    .where('meeting.startsAt', '<=', ctx.clock.now())
    .orderBy('meeting.startsAt', 'desc')
    .orderBy('meeting.id')
    .limit(limit)
    .execute();
  return found as Meeting[];
}

/** All meetings of a team that this actor may read, by time. */
export async function readTeamMeetings(ctx: Ctx, teamId: string): Promise<Meeting[]> {
  const found = await meetings(ctx)
    .where('meeting.teamId', '=', teamId)
    .orderBy('meeting.startsAt')
    .orderBy('meeting.id')
    .execute();
  return found as Meeting[];
}

/** Meetings of these teams in a stretch of time, by time. */
export async function readMeetingsFrom(
  ctx: Ctx,
  teamIds: readonly string[],
  from: Date,
): Promise<Meeting[]> {
  if (teamIds.length === 0) return [];
  const found = await meetings(ctx)
    .where('meeting.teamId', 'in', teamIds)
    .where('meeting.startsAt', '>=', from)
    .orderBy('meeting.startsAt')
    .orderBy('meeting.id')
    .execute();
  return found as Meeting[];
}

/** The meeting after this one that its unfinished items go to: of the same audience, the same series first. */
export async function readMeetingAfter(ctx: Ctx, meeting: Meeting): Promise<Meeting | null> {
  const found = await meetings(ctx)
    .where('meeting.teamId', '=', meeting.teamId)
    .where('meeting.visibleTo', '=', meeting.visibleTo)
    .where('meeting.startsAt', '>', meeting.startsAt)
    .where('record.state', 'in', ['planned', 'held'])
    .orderBy((eb) => eb('meeting.seriesId', 'is not distinct from', meeting.seriesId), 'desc')
    .orderBy('meeting.startsAt')
    .limit(1)
    .executeTakeFirst();
  return (found as Meeting | undefined) ?? null;
}

/** Minutes that wait for the acting seat's organization. */
export async function readMeetingsNeedingApproval(ctx: Ctx): Promise<Meeting[]> {
  const { seat } = ctx.actor;
  const teamIds = ownTeamIds(ctx);
  if (!seat || teamIds.length === 0) return [];
  const found = await meetings(ctx)
    .where('record.state', '=', 'minutes-offered')
    .where('meeting.teamId', 'in', teamIds)
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('teamSeat')
          .innerJoin('seat', (join) =>
            join
              .onRef('seat.partnershipId', '=', 'teamSeat.partnershipId')
              .onRef('seat.id', '=', 'teamSeat.seatId'),
          )
          .select('seat.id')
          .whereRef('teamSeat.partnershipId', '=', 'meeting.partnershipId')
          .whereRef('teamSeat.teamId', '=', 'meeting.teamId')
          .where('teamSeat.role', '=', 'co-chair')
          .where('teamSeat.leftOn', 'is', null)
          .where('seat.closedOn', 'is', null)
          .where('seat.organizationId', '=', seat.organizationId),
      ),
    )
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('minutesApproval')
            .select('minutesApproval.seatId')
            .whereRef('minutesApproval.partnershipId', '=', 'meeting.partnershipId')
            .whereRef('minutesApproval.meetingId', '=', 'meeting.id')
            .whereRef('minutesApproval.version', '=', 'meeting.minutesVersion')
            .where('minutesApproval.organizationId', '=', seat.organizationId),
        ),
      ),
    )
    .orderBy('meeting.startsAt')
    .execute();
  return found as Meeting[];
}

/** The next meeting of a team on which the acting seat sits. */
export async function readNextMeeting(ctx: Ctx): Promise<Meeting | null> {
  const [next] = await readUpcomingMeetings(ctx, { teamIds: ownTeamIds(ctx), limit: 5 });
  return next ?? null;
}

/** The teams on which the acting seat sits. */
export function ownTeamIds({ actor }: Ctx): string[] {
  if (!actor.seat) return [];
  return actor.audiences.flatMap((audience) =>
    audience.startsWith('team:') ? [audience.slice('team:'.length)] : [],
  );
}

function meetings(ctx: Ctx) {
  return ctx.db
    .selectFrom('meeting')
    .innerJoin('record', (join) =>
      join
        .onRef('record.partnershipId', '=', 'meeting.partnershipId')
        .onRef('record.id', '=', 'meeting.id'),
    )
    .where('meeting.partnershipId', '=', ctx.actor.partnership?.id ?? null)
    .select([
      'record.id',
      'record.kind',
      'record.title',
      'record.state',
      'record.visibleTo',
      'record.createdAt',
      'record.changedAt',
      'record.createdBySeat',
      'meeting.teamId',
      'meeting.seriesId',
      'meeting.startsAt',
      'meeting.durationMinutes',
      'meeting.place',
      'meeting.quorumEachSide',
      'meeting.minutes',
      'meeting.minutesVersion',
      'meeting.minutesBySeat',
      'meeting.minutesReadyAt',
      'meeting.approvedAt',
      'meeting.skippedBecause',
      'meeting.noticeSort',
      'meeting.noticeReason',
    ]);
}

export async function insertMeeting(
  ctx: SeatedCtx,
  meeting: Pick<
    Meeting,
    | 'id'
    | 'visibleTo'
    | 'teamId'
    | 'seriesId'
    | 'startsAt'
    | 'durationMinutes'
    | 'place'
    | 'quorumEachSide'
  > &
    Partial<Pick<Meeting, 'noticeSort' | 'noticeReason'>>,
): Promise<void> {
  const partnershipId = ctx.actor.partnership.id;
  await ctx.db
    .insertInto('meeting')
    .values({ partnershipId, ...meeting })
    .execute();
}

export async function updateMeeting(
  ctx: SeatedCtx,
  id: string,
  changes: Partial<
    Pick<
      Meeting,
      | 'minutes'
      | 'minutesVersion'
      | 'minutesBySeat'
      | 'minutesReadyAt'
      | 'approvedAt'
      | 'skippedBecause'
      | 'noticeSort'
      | 'noticeReason'
    >
  >,
): Promise<void> {
  await ctx.db
    .updateTable('meeting')
    .set(changes)
    .where('partnershipId', '=', ctx.actor.partnership.id)
    .where('id', '=', id)
    .execute();
}

import { sql } from 'kysely';
import { type Ctx, notFound, type SeatedCtx } from '../../partnership/access/server.ts';
import type { MeetingNotice, RollCallVote, VotePlace } from './meeting-notice.ts';
import { leewayMs, votesUntil } from './meeting-notice.ts';

const columns = [
  'id',
  'bodyName',
  'title',
  'startsAt',
  'durationMinutes',
  'place',
  'sort',
  'reason',
  'items',
  'dueAt',
  'postedAt',
  'cancelledAt',
] as const;

function notices(ctx: Ctx) {
  return ctx.db
    .selectFrom('meetingNotice')
    .select(columns)
    .where('partnershipId', '=', ctx.actor.partnership?.id ?? null);
}

/** The notice of a meeting; null where none was posted. */
export async function readNotice(ctx: Ctx, meetingId: string): Promise<MeetingNotice | null> {
  const notice = await notices(ctx).where('meetingId', '=', meetingId).executeTakeFirst();
  return (notice as MeetingNotice | undefined) ?? null;
}

/** A notice by its own address, which does not name the meeting. */
export async function readNoticeHere(ctx: Ctx, id: string): Promise<MeetingNotice> {
  const notice = await notices(ctx).where('id', '=', id).executeTakeFirst();
  if (!notice) throw notFound();
  return notice as MeetingNotice;
}

/** Notices of meetings to come and of those behind, for everybody. */
export async function readNotices(ctx: Ctx): Promise<MeetingNotice[]> {
  const found = await notices(ctx).orderBy('startsAt', 'desc').orderBy('id').limit(100).execute();
  return found as MeetingNotice[];
}

/** Posts the notice; the database writes what it says from the meeting and its agenda. */
export async function insertNotice(
  ctx: SeatedCtx,
  meeting: { id: string; teamId: string; dueAt: Date },
): Promise<void> {
  await ctx.db
    .insertInto('meetingNotice')
    .values({
      partnershipId: ctx.actor.partnership.id,
      id: ctx.random.uuid(),
      meetingId: meeting.id,
      visibleTo: 'public',
      teamId: meeting.teamId,
      // The database puts in what the meeting says.
      bodyName: '',
      title: '',
      startsAt: meeting.dueAt,
      durationMinutes: 0,
      place: '',
      sort: 'regular',
      reason: '',
      items: [],
      dueAt: meeting.dueAt,
      postedAt: ctx.clock.now(),
      postedBySeat: ctx.actor.seat.seatId,
    })
    .execute();
}

/** How each member voted at a meeting, question by question. */
export async function readRollCall(ctx: Ctx, noticeId: string): Promise<RollCallVote[]> {
  const votes = await ctx.db
    .selectFrom('rollCall')
    .select(['decisionId', 'round', 'question', 'member', 'seatTitle', 'scale', 'vote'])
    .where('partnershipId', '=', ctx.actor.partnership?.id ?? null)
    .where('noticeId', '=', noticeId)
    .orderBy('question')
    .orderBy('decisionId')
    .orderBy('round')
    .orderBy('member')
    .execute();
  return votes as RollCallVote[];
}

/** Planned meetings of the acting seat's covered teams whose agenda is not posted, the next one first. */
export async function readMeetingsToAnnounce(
  ctx: SeatedCtx,
  teamIds: readonly string[],
  until: Date,
): Promise<{ id: string; title: string; teamId: string; startsAt: Date }[]> {
  if (teamIds.length === 0) return [];
  const { rows } = await sql<{ id: string; title: string; teamId: string; startsAt: Date }>`
    select m.id, r.title, m.team_id, m.starts_at from meeting m
    join record r on r.partnership_id = m.partnership_id and r.id = m.id and r.state = 'planned'
    where m.partnership_id = ${ctx.actor.partnership.id} and m.team_id = any (${teamIds}::uuid[])
      and m.starts_at > ${ctx.clock.now()} and m.starts_at <= ${until}
      and not exists (select from meeting_notice n
        where n.partnership_id = m.partnership_id and n.meeting_id = m.id)
    order by m.starts_at, m.id
  `.execute(ctx.db);
  return rows;
}

/** Where a team that meets in the open can vote on a question. One query. */
export async function readVotePlace(
  ctx: Ctx,
  decision: { id: string; teamId: string },
): Promise<VotePlace> {
  const { rows } = await sql<{
    id: string;
    title: string;
    startsAt: Date;
    durationMinutes: number;
    announced: boolean;
    named: boolean;
    forAction: boolean;
  }>`
    select m.id, r.title, m.starts_at, m.duration_minutes,
      exists (select from meeting_notice n where n.partnership_id = m.partnership_id and n.meeting_id = m.id) as announced,
      exists (select from agenda_item i where i.partnership_id = m.partnership_id and i.meeting_id = m.id
        and i.record_id = ${decision.id}) as named,
      exists (select from agenda_item i where i.partnership_id = m.partnership_id and i.meeting_id = m.id
        and i.record_id = ${decision.id} and i.for_action) as for_action
    from meeting m
    join record r on r.partnership_id = m.partnership_id and r.id = m.id and r.state in ('planned', 'held')
    where m.partnership_id = ${ctx.actor.partnership?.id ?? null} and m.team_id = ${decision.teamId}
      and m.starts_at > ${ctx.clock.now()}::timestamptz - interval '1 day'
    order by m.starts_at, m.id
  `.execute(ctx.db);
  const now = ctx.clock.now().getTime();
  const held = rows.find(
    (one) =>
      one.announced &&
      one.forAction &&
      now >= one.startsAt.getTime() - leewayMs.before &&
      now <= votesUntil(one).getTime(),
  );
  const ahead = rows.filter(({ startsAt }) => startsAt.getTime() > now);
  const planned = ahead.find(({ named, forAction }) => named && forAction);
  const next = ahead.find(({ announced }) => !announced);
  return {
    now: held ? { id: held.id, title: held.title, votesUntil: votesUntil(held) } : null,
    planned: planned ?? null,
    next: next ?? null,
  };
}

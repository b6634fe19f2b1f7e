import type { Ctx, SeatedCtx } from '../../partnership/access/server.ts';
import type { Approval, Attendance, Meeting } from './meeting.ts';

export function readAttendance(ctx: Ctx, meetingId: string): Promise<Attendance[]> {
  return ctx.db
    .selectFrom('attendance')
    .select(['seatId', 'presence'])
    .where('partnershipId', '=', ctx.actor.partnership?.id ?? null)
    .where('meetingId', '=', meetingId)
    .execute();
}

export async function upsertAttendance(
  ctx: SeatedCtx,
  meeting: Pick<Meeting, 'id' | 'visibleTo'>,
  rows: readonly Attendance[],
): Promise<void> {
  if (rows.length === 0) return;
  await ctx.db
    .insertInto('attendance')
    .values(
      rows.map((row) => ({
        partnershipId: ctx.actor.partnership.id,
        meetingId: meeting.id,
        visibleTo: meeting.visibleTo,
        notedAt: ctx.clock.now(),
        ...row,
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['partnershipId', 'meetingId', 'seatId']).doUpdateSet((eb) => ({
        presence: eb.ref('excluded.presence'),
        notedAt: eb.ref('excluded.notedAt'),
      })),
    )
    .execute();
}

/** Approvals of the minutes as they were offered last. */
export function readApprovals(
  ctx: Ctx,
  meeting: Pick<Meeting, 'id' | 'minutesVersion'>,
): Promise<Approval[]> {
  return ctx.db
    .selectFrom('minutesApproval')
    .select(['organizationId', 'seatId', 'approvedAt'])
    .where('partnershipId', '=', ctx.actor.partnership?.id ?? null)
    .where('meetingId', '=', meeting.id)
    .where('version', '=', meeting.minutesVersion)
    .orderBy('approvedAt')
    .execute();
}

export async function insertApproval(ctx: SeatedCtx, meeting: Meeting): Promise<void> {
  await ctx.db
    .insertInto('minutesApproval')
    .values({
      partnershipId: ctx.actor.partnership.id,
      meetingId: meeting.id,
      organizationId: ctx.actor.seat.organizationId,
      version: meeting.minutesVersion,
      visibleTo: meeting.visibleTo,
      seatId: ctx.actor.seat.seatId,
      approvedAt: ctx.clock.now(),
    })
    .execute();
}

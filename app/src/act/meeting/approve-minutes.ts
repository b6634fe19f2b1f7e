import { allow, type SeatedCtx } from '../../partnership/access/server.ts';
import { audit } from '../../partnership/audit/server.ts';
import { setState } from '../../partnership/record/server.ts';
import { InputProblem } from '../../platform/input-problem.ts';
import { readTeamSeats } from '../team/server.ts';
import { insertApproval, readApprovals } from './attendance.store.ts';
import { lockMeeting, updateMeeting } from './meeting.store.ts';
import { approvingOrganizations, mayApprove } from './meeting.ts';

/** Approves the minutes for one's organization; the last organization's approval closes them for good. */
export async function approveMinutes(
  ctx: SeatedCtx,
  input: { meetingId: string; version: number },
): Promise<void> {
  const meeting = await lockMeeting(ctx, input.meetingId);
  const members = await readTeamSeats(ctx, meeting.teamId);
  const approvals = await readApprovals(ctx, meeting);
  allow(mayApprove(ctx.actor, meeting, members, approvals));
  if (input.version !== meeting.minutesVersion) {
    throw new InputProblem({ form: 'meeting.newer-minutes' });
  }
  await insertApproval(ctx, meeting);
  await audit(ctx, 'meeting.minutes-approved', {
    visibleTo: meeting.visibleTo,
    recordId: meeting.id,
    details: { version: meeting.minutesVersion, organization: ctx.actor.seat.organizationId },
  });
  const approved = new Set([
    ctx.actor.seat.organizationId,
    ...approvals.map(({ organizationId }) => organizationId),
  ]);
  if (!approvingOrganizations(members).every(({ id }) => approved.has(id))) return;
  await updateMeeting(ctx, meeting.id, { approvedAt: ctx.clock.now() });
  await setState(ctx, meeting, 'minutes-approved');
}

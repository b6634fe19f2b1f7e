import { allow, type SeatedCtx } from '../../partnership/access/server.ts';
import { audit } from '../../partnership/audit/server.ts';
import { linkRecords, readHeads } from '../../partnership/record/server.ts';
import { InputProblem } from '../../platform/input-problem.ts';
import { insertAgendaItems, readAgenda } from './agenda.store.ts';
import { gatherCarried } from './gather-carried.ts';
import { lockMeeting } from './meeting.store.ts';
import { mayBeNamedIn, mayBringItems } from './meeting.ts';

/** Brings items to the agenda: a text of one's own, records that the team works on, or both. */
export async function bringItems(
  ctx: SeatedCtx,
  input: { meetingId: string; title?: string; recordIds?: readonly string[] },
): Promise<void> {
  const meeting = await lockMeeting(ctx, input.meetingId);
  allow(mayBringItems(ctx.actor, meeting));
  const title = input.title?.trim() ?? '';
  const recordIds = [...new Set(input.recordIds ?? [])];
  if (!title && recordIds.length === 0) throw new InputProblem({ title: 'meeting.no-item' });
  await gatherCarried(ctx, meeting);
  const named = new Set((await readAgenda(ctx, meeting.id)).map(({ recordId }) => recordId));
  const heads = (await readHeads(ctx, recordIds)).filter(({ id }) => !named.has(id));
  if (heads.some((head) => !mayBeNamedIn(meeting, head))) {
    throw new InputProblem({ recordIds: 'meeting.closed-record' });
  }
  const broughtBySeat = ctx.actor.seat.seatId;
  const items = [
    ...heads.map((head) => ({ title: head.title, recordId: head.id })),
    ...(title ? [{ title, recordId: null }] : []),
  ];
  await insertAgendaItems(
    ctx,
    meeting,
    items.map((item) => ({ ...item, broughtBySeat, carriedFrom: null })),
  );
  for (const { id } of heads) await linkRecords(ctx, id, meeting.id);
  if (heads.length > 0) await linkRecords(ctx, meeting.teamId, meeting.id);
  await audit(ctx, 'meeting.items-brought', {
    visibleTo: meeting.visibleTo,
    recordId: meeting.id,
    details: { items: items.map((item) => item.title) },
  });
}

import { allow, type SeatedCtx } from '../../partnership/access/server.ts';
import { audit } from '../../partnership/audit/server.ts';
import { InputProblem } from '../../platform/input-problem.ts';
import { readAgenda, updateAgendaItem } from './agenda.store.ts';
import { dayHasCome } from './day-has-come.ts';
import { markHeld } from './mark-held.ts';
import { lockMeeting, updateMeeting } from './meeting.store.ts';
import { type Meeting, mayKeepMinutes, type Outcome } from './meeting.ts';

export interface MinutesInput {
  meetingId: string;
  minutes: string;
  /** What came of each item of the agenda, by its id. */
  items: Readonly<Record<string, { outcome: Outcome; note: string }>>;
  /** The last change that the writer saw; nobody overwrites what they have not read. */
  seen?: string | undefined;
}

/** Keeps the minutes as far as they are written. */
export async function writeMinutes(ctx: SeatedCtx, input: MinutesInput): Promise<Meeting> {
  const meeting = await lockMeeting(ctx, input.meetingId);
  allow(mayKeepMinutes(ctx.actor, meeting, dayHasCome(ctx, meeting)));
  if (input.seen !== undefined && input.seen !== meeting.changedAt.toISOString()) {
    throw new InputProblem({ minutes: 'meeting.changed-meanwhile' });
  }
  await updateMeeting(ctx, meeting.id, {
    minutes: input.minutes,
    minutesBySeat: ctx.actor.seat.seatId,
  });
  for (const item of await readAgenda(ctx, meeting.id)) {
    const now = input.items[item.id];
    if (now && (now.outcome !== item.outcome || now.note !== item.note)) {
      await updateAgendaItem(ctx, { id: item.id, meetingId: meeting.id, ...now });
    }
  }
  await markHeld(ctx, meeting);
  await audit(ctx, 'meeting.minutes-written', {
    visibleTo: meeting.visibleTo,
    recordId: meeting.id,
  });
  return { ...meeting, minutes: input.minutes };
}

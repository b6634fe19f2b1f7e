import type { Scale } from '@concord/analysis';
import type { MeetingSort } from '../../partnership/jurisdiction/index.ts';

/** What everybody may read of a meeting of a body that meets in the open. */
export interface MeetingNotice {
  id: string;
  bodyName: string;
  title: string;
  startsAt: Date;
  durationMinutes: number;
  place: string;
  sort: MeetingSort;
  reason: string;
  items: readonly string[];
  dueAt: Date;
  postedAt: Date;
  cancelledAt: Date | null;
}

/** One member's vote at a meeting, for everybody to read. */
export interface RollCallVote {
  decisionId: string;
  round: number;
  question: string;
  member: string;
  seatTitle: string;
  scale: Scale;
  vote: string;
}

/** Where the clock of a notice stands. */
export interface NoticeClock {
  regularDue: Date;
  specialDue: Date;
  /** The sorts of notice that are still in time, the usual one first. */
  open: readonly MeetingSort[];
}

/** How long before and after its time a meeting counts as being held, for votes. */
export const leewayMs = { before: 15 * 60_000, after: 4 * 3_600_000 };

/** Until when votes at a meeting may be given. */
export function votesUntil(meeting: { startsAt: Date; durationMinutes: number }): Date {
  return new Date(meeting.startsAt.getTime() + meeting.durationMinutes * 60_000 + leewayMs.after);
}

/** Where a body that meets in the open can vote on a question. */
export interface VotePlace {
  /** The meeting that is being held, with the question announced on its agenda. */
  now: { id: string; title: string; votesUntil: Date } | null;
  /** The meeting to come on whose agenda it stands. */
  planned: { id: string; title: string; announced: boolean; startsAt: Date } | null;
  /** The next meeting whose agenda is not posted yet. */
  next: { id: string; title: string; startsAt: Date } | null;
}

import { type Actor, bodyOf, sortOf } from '../../partnership/access/index.ts';
import type { RecordHead, RecordStateOf } from '../../partnership/record/index.ts';
import type { SeatShown } from '../../partnership/seat/index.ts';
import type { TeamMember } from '../team/index.ts';

export interface Action extends RecordHead {
  kind: 'action';
  state: RecordStateOf<'action'>;
  /** Whose business it is; null when no team's. */
  teamId: string | null;
  ownerSeat: string;
  dueOn: string;
  details: string;
  closedAt: Date | null;
  /** What was done, or why it was dropped. */
  closingNote: string;
}

/** The owner closes it or hands it on; so do the co-chairs of its team, or without a team who made it. */
export function mayTendAction(
  actor: Actor,
  action: Pick<Action, 'state' | 'ownerSeat' | 'teamId' | 'createdBySeat'>,
  members: readonly TeamMember[],
): boolean {
  const seatId = actor.seat?.seatId;
  if (!seatId || action.state !== 'open') return false;
  if (action.ownerSeat === seatId) return true;
  return action.teamId === null
    ? action.createdBySeat === seatId
    : members.some(({ id, role }) => id === seatId && role === 'co-chair');
}

export function isOverdue(action: Pick<Action, 'state' | 'dueOn'>, today: string): boolean {
  return action.state === 'open' && action.dueOn < today;
}

/** The seats that could read an action of this visibility, and so could own it. */
export function possibleOwners(
  visibleTo: string,
  seats: readonly SeatShown[],
  teamMembers: readonly TeamMember[],
  personId: string | null,
): readonly SeatShown[] {
  const body = bodyOf(visibleTo);
  switch (sortOf(visibleTo)) {
    case 'team':
      return teamMembers;
    case 'caucus':
      return seats.filter(({ organizationId }) => organizationId === body);
    case 'person':
      return seats.filter((seat) => seat.personId === personId && personId === body);
    default:
      return seats;
  }
}

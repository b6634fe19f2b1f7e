import type { Actor, Constituency, SeatedActor } from '../../partnership/access/index.ts';
import type { MeetingSort } from '../../partnership/jurisdiction/index.ts';
import type { RecordHead, RecordStateOf } from '../../partnership/record/index.ts';
import { chairingSides, isCoChair, onTeam, type Team, type TeamMember } from '../team/index.ts';

export interface Meeting extends RecordHead {
  kind: 'meeting';
  state: RecordStateOf<'meeting'>;
  teamId: string;
  seriesId: string | null;
  startsAt: Date;
  durationMinutes: number;
  place: string;
  quorumEachSide: number;
  minutes: string;
  /** How often minutes were offered; an approval is of one version. */
  minutesVersion: number;
  minutesBySeat: string | null;
  minutesReadyAt: Date | null;
  approvedAt: Date | null;
  skippedBecause: string;
  /** For bodies that meet in the open: how the public is told, and why not the usual way. */
  noticeSort: MeetingSort;
  noticeReason: string;
}

/** A standing meeting. */
export interface MeetingSeries {
  id: string;
  visibleTo: string;
  teamId: string;
  title: string;
  everyWeeks: number;
  startsAt: Date;
  durationMinutes: number;
  place: string;
  quorumEachSide: number;
  endedAt: Date | null;
}

export const outcomes = ['open', 'done', 'carried'] as const;
export type Outcome = (typeof outcomes)[number];

export interface AgendaItem {
  id: string;
  meetingId: string;
  position: number;
  title: string;
  recordId: string | null;
  broughtBySeat: string | null;
  carriedFrom: string | null;
  outcome: Outcome;
  note: string;
  /** False for what came after the notice of a meeting in the open: talked about, not acted on. */
  forAction: boolean;
}

export const presences = ['present', 'alternate', 'absent'] as const;
export type Presence = (typeof presences)[number];

export interface Attendance {
  seatId: string;
  presence: Presence;
}

export interface Approval {
  organizationId: string;
  seatId: string;
  approvedAt: Date;
}

type Members = readonly TeamMember[];

/** Co-chairs and facilitators call meetings. */
export function mayCallMeetings(
  actor: Actor,
  team: Pick<Team, 'state'>,
  members: Members,
): boolean {
  const facilitates = members.some(
    ({ id, role }) => id === actor.seat?.seatId && role === 'facilitator',
  );
  return team.state === 'working' && (isCoChair(actor, members) || facilitates);
}

/** Everyone on the team brings items, until the minutes are offered. */
export function mayBringItems(actor: Actor, meeting: Pick<Meeting, 'teamId' | 'state'>): boolean {
  return onTeam(actor, meeting.teamId) && isUnderWay(meeting);
}

/** Attendance and minutes are kept by anybody on the team, from the day of the meeting. */
export function mayKeepMinutes(
  actor: Actor,
  meeting: Pick<Meeting, 'teamId' | 'state'>,
  dayHasCome: boolean,
): boolean {
  return mayBringItems(actor, meeting) && dayHasCome;
}

export function mayTakeBackMinutes(
  actor: Actor,
  meeting: Pick<Meeting, 'teamId' | 'state'>,
): boolean {
  return onTeam(actor, meeting.teamId) && meeting.state === 'minutes-offered';
}

export function maySkip(actor: Actor, meeting: Pick<Meeting, 'state'>, members: Members): boolean {
  return meeting.state === 'planned' && isCoChair(actor, members);
}

/** One seat for each organization with a co-chair on the team approves the minutes. */
export function mayApprove(
  actor: Actor,
  meeting: Pick<Meeting, 'teamId' | 'state'>,
  members: Members,
  approvals: readonly Approval[],
): actor is SeatedActor {
  const organizationId = actor.seat?.organizationId;
  return (
    meeting.state === 'minutes-offered' &&
    onTeam(actor, meeting.teamId) &&
    approvingOrganizations(members).some(({ id }) => id === organizationId) &&
    !approvals.some((approval) => approval.organizationId === organizationId)
  );
}

function isUnderWay({ state }: Pick<Meeting, 'state'>): boolean {
  return state === 'planned' || state === 'held';
}

export interface ApprovingOrganization {
  id: string;
  name: string;
  constituency: Constituency;
}

/** The organizations with a co-chair on the team. */
export function approvingOrganizations(members: Members): ApprovingOrganization[] {
  const byId = new Map<string, ApprovingOrganization>();
  for (const { role, organizationId: id, organizationName: name, constituency } of members) {
    if (role === 'co-chair') byId.set(id, { id, name, constituency });
  }
  return [...byId.values()];
}

/** How many of one side's seats are at the meeting. */
export interface SidePresence {
  constituency: Constituency;
  here: number;
  seats: number;
  /** Null for sides without a co-chair: they are welcome, and the meeting does not wait for them. */
  needed: number | null;
}

/** Presence side by side; a side with fewer seats than the quorum needs all of them. */
export function presenceBySide(
  members: Members,
  attendance: readonly Attendance[],
  quorumEachSide: number,
): SidePresence[] {
  const chairing = chairingSides(members);
  const presenceOf = new Map(attendance.map(({ seatId, presence }) => [seatId, presence]));
  const sides = new Map<Constituency, SidePresence>();
  for (const { id, constituency } of members) {
    const side = sides.get(constituency) ?? { constituency, here: 0, seats: 0, needed: null };
    side.seats += 1;
    if ((presenceOf.get(id) ?? 'absent') !== 'absent') side.here += 1;
    sides.set(constituency, side);
  }
  return [...sides.values()].map((side) => ({
    ...side,
    needed: chairing.includes(side.constituency) ? Math.min(quorumEachSide, side.seats) : null,
  }));
}

export function hasQuorum(sides: readonly SidePresence[]): boolean {
  return sides.every(({ here, needed }) => needed === null || here >= needed);
}

/** Nobody learns from an agenda of a record that they could not read. */
export function mayBeNamedIn(
  meeting: { visibleTo: string },
  record: { visibleTo: string },
): boolean {
  return ['public', 'partnership', meeting.visibleTo].includes(record.visibleTo);
}

/** How well a team keeps its standing meetings: of the last ones whose day has passed. */
export interface MeetingHealth {
  past: number;
  skipped: number;
  /** Neither attendance nor minutes say whether it took place. */
  unknown: number;
}

export function meetingHealth(
  meetings: readonly Pick<Meeting, 'startsAt' | 'durationMinutes' | 'state'>[],
  now: Date,
): MeetingHealth {
  const past = meetings
    .filter(
      ({ startsAt, durationMinutes }) =>
        startsAt.getTime() + durationMinutes * 60_000 < now.getTime(),
    )
    .sort((a, b) => b.startsAt.getTime() - a.startsAt.getTime())
    .slice(0, 8);
  const count = (wanted: Meeting['state']) => past.filter(({ state }) => state === wanted).length;
  return { past: past.length, skipped: count('skipped'), unknown: count('planned') };
}

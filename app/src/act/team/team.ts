import type { Actor, Constituency } from '../../partnership/access/index.ts';
import type { Authority } from '../../partnership/jurisdiction/index.ts';
import type { RecordHead, RecordStateOf } from '../../partnership/record/index.ts';
import type { SeatShown } from '../../partnership/seat/index.ts';

export const teamSorts = [
  'partner-group',
  'district-leadership',
  'school-leadership',
  'learning-community',
  'working-committee',
  'issue-committee',
  'crisis-task-force',
] as const;
export type TeamSort = (typeof teamSorts)[number];

/** How a team usually decides; the scale of its decisions unless one of them says otherwise. */
export const decisionRules = [
  'fist-to-five',
  'gradients',
  'consent',
  'majority',
  'supermajority',
] as const;
export type DecisionRule = (typeof decisionRules)[number];

export const teamRoles = ['co-chair', 'member', 'facilitator'] as const;
export type TeamRole = (typeof teamRoles)[number];

/** What a team says about itself, and may revise. */
export interface Charter {
  title: string;
  purpose: string;
  inScope: string;
  outOfScope: string;
  norms: string;
  decisionRule: DecisionRule;
  sunsetOn: string | null;
  /** Who called it into being; left out where it stays as it is, or is the partners' own agreement. */
  creationAuthority?: Authority | undefined;
}

export interface Team extends RecordHead, Charter {
  kind: 'team';
  state: RecordStateOf<'team'>;
  sort: TeamSort;
  parentTeamId: string | null;
  creationAuthority: Authority;
}

/** A seat on a team, with whoever holds it today. */
export interface TeamMember extends SeatShown {
  role: TeamRole;
  joinedOn: string;
}

/** What an organization has on a team: so many places, and among them so many co-chairs. */
export interface TeamPlaces {
  organizationId: string;
  organizationName: string;
  constituency: Constituency;
  places: number;
  chairs: number;
}

/** How many places an organization is offered on a new team, unless whoever forms it says otherwise. */
export const usualPlacesEach = 2;
/** Larger is no team any more. */
export const mostPlaces = 60;

/** Whether the acting seat sits on the team. */
export function onTeam(actor: Actor, teamId: string): boolean {
  return actor.seat !== null && actor.audiences.includes(`team:${teamId}`);
}

export function isCoChair(actor: Actor, members: readonly TeamMember[]): boolean {
  return members.some(({ id, role }) => id === actor.seat?.seatId && role === 'co-chair');
}

/** Leads form teams; co-chairs form teams beneath the one they chair. */
export function mayFormTeam(actor: Actor, parentMembers: readonly TeamMember[] = []): boolean {
  return actor.seat !== null && (actor.seat.lead || isCoChair(actor, parentMembers));
}

export function mayReviseCharter(
  actor: Actor,
  team: Pick<Team, 'state'>,
  members: readonly TeamMember[],
): boolean {
  return team.state !== 'ended' && isCoChair(actor, members);
}

/** Each organization names its own seats: through its leads and through its co-chairs on the team. */
export function mayNameOwnSeats(
  actor: Actor,
  team: Pick<Team, 'state'>,
  members: readonly TeamMember[],
): boolean {
  return (
    actor.seat !== null && team.state !== 'ended' && (actor.seat.lead || isCoChair(actor, members))
  );
}

/** A seat leaves by itself, or by its own organization. */
export function mayLeave(
  actor: Actor,
  team: Pick<Team, 'state'>,
  members: readonly TeamMember[],
  seat: Pick<TeamMember, 'id' | 'organizationId'>,
): boolean {
  if (!actor.seat || team.state === 'ended') return false;
  return (
    seat.id === actor.seat.seatId ||
    (seat.organizationId === actor.seat.organizationId && mayNameOwnSeats(actor, team, members))
  );
}

/** Until two sides have a co-chair, whoever forms the team names the first ones. */
export function mayNameFirstChairs(
  actor: Actor,
  team: Pick<Team, 'state' | 'createdBySeat'>,
): boolean {
  return (
    team.state === 'forming' && actor.seat !== null && team.createdBySeat === actor.seat.seatId
  );
}

/** The constituencies that lead the team together. */
export function chairingSides(
  members: readonly Pick<TeamMember, 'role' | 'constituency'>[],
): Constituency[] {
  const chairs = members.filter(({ role }) => role === 'co-chair');
  return [...new Set(chairs.map(({ constituency }) => constituency))];
}

/** A team works once two sides have a co-chair. A board sits by itself. */
export function isReadyToWork(
  { creationAuthority }: Pick<Team, 'creationAuthority'>,
  members: readonly Pick<TeamMember, 'role' | 'constituency'>[],
): boolean {
  const sides = chairingSides(members);
  return sides.length >= 2 || (creationAuthority === 'board-itself' && sides[0] === 'board');
}

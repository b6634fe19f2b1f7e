import {
  type DecisionReason,
  type Gate,
  gradientStances,
  type Line,
  type Scale,
  stancesOf,
  standingAt,
} from '@concord/analysis';
import type { Actor, Constituency } from '../../partnership/access/index.ts';
import type { TeamMember } from '../team/index.ts';

export const decisionDomains = [
  'instruction',
  'schedule',
  'professional-learning',
  'student-support',
  'family-engagement',
  'safety',
  'facilities',
  'budget',
  'personnel',
  'governance',
  'other',
] as const;
export type DecisionDomain = (typeof decisionDomains)[number];

/** Where matters that belong to bargaining are close by. */
export const bargainingDomains: readonly DecisionDomain[] = ['budget', 'personnel'];

export const authorities = ['shared', 'administration', 'board', 'educators'] as const;
export type Authority = (typeof authorities)[number];

export const levels = [
  'informed',
  'consulted',
  'recommend',
  'joint-consent',
  'joint-consensus',
  'delegated',
] as const;
export type Level = (typeof levels)[number];

/** The levels at which the partners decide together, or whoever they entrusted does. */
export const jointLevels: readonly Level[] = ['joint-consent', 'joint-consensus', 'delegated'];

export const scales = [
  'fist-to-five',
  'gradients',
  'consent',
  'majority',
  'supermajority',
] as const;

export const gates = ['consent', 'majority', 'supermajority', 'none'] as const;

/** What a constituency must show for the decision to pass. */
export interface ConstituencyRule {
  constituency: Constituency;
  quorum: number;
  gate: Gate;
}

/** What a decision declares before it opens. */
export interface Declaration {
  title: string;
  background: string;
  proposal: string;
  domain: DecisionDomain;
  authority: Authority;
  level: Level;
  scale: Scale;
  line: string | null;
  fallback: string;
  closesAt: Date;
  reviewOn: string;
}

export type DecisionState = 'draft' | 'open' | 'revealed' | 'passed' | 'not-passed';

export interface Decision extends Declaration {
  id: string;
  kind: 'decision';
  state: DecisionState;
  visibleTo: string;
  createdAt: Date;
  changedAt: Date;
  createdBySeat: string | null;
  teamId: string;
  round: number;
  openedAt: Date | null;
  closedAt: Date | null;
  outcome: 'passed' | 'not-passed' | null;
  outcomeReasons: readonly DecisionReason[] | null;
  outcomeNote: string;
  reviewedAt: Date | null;
  reviewNote: string;
}

export interface Elector {
  seatId: string;
  constituency: Constituency;
  spokenRound: number;
}

export interface Round {
  round: number;
  proposal: string;
  closesAt: Date;
  revealedAt: Date | null;
}

export interface StanceShown {
  round: number;
  seatId: string;
  personId: string;
  value: string;
  reason: string;
  wouldResolve: string;
  revealedAt: Date | null;
  resolvedAt: Date | null;
  resolution: string;
}

export interface Dissent {
  seatId: string;
  body: string;
  writtenAt: Date;
}

/** A decision with everything about it that the actor may read. */
export interface DecisionWhole {
  decision: Decision;
  rules: readonly ConstituencyRule[];
  electors: readonly Elector[];
  rounds: readonly Round[];
  /** Revealed ones, and one's own of the round that runs. */
  stances: readonly StanceShown[];
  dissents: readonly Dissent[];
}

/** An open decision with who has spoken, for lists and the table. */
export interface OpenDecision {
  decision: Decision;
  electors: readonly (Elector & { spoken: boolean })[];
  spoken: number;
  /** The acting seat has a say and has not used it in this round. */
  stanceMissing: boolean;
}

/** What a decision waits for from the acting seat. */
export interface DecisionNeed {
  id: string;
  title: string;
  need: 'stance' | 'reveal' | 'close' | 'review';
  /** Until when, where there is a time. */
  by: Date | string | null;
}

/** The line as the analysis takes it: a number of fingers, or the labels that count as support. */
export function lineOf({ scale, line }: Pick<Decision, 'scale' | 'line'>): Line | undefined {
  if (line === null) return undefined;
  if (scale === 'fist-to-five') return Number(line);
  return scale === 'gradients' ? line.split(' ') : undefined;
}

/** The four gradients that promise support, unless a decision says otherwise. */
export const usualGradientLine: readonly string[] = gradientStances.filter(
  (label) => standingAt('gradients')(label) === 'for',
);

/** Whether a stance stands below the line, so that its concern must be heard. */
export function isConcern(decision: Pick<Decision, 'scale' | 'line'>, value: string): boolean {
  return standingAt(decision.scale, lineOf(decision))(value) === 'against';
}

/** The revealed concern of a seat in the running round. */
export function concernOf(
  { decision, stances }: Pick<DecisionWhole, 'decision' | 'stances'>,
  seatId: string,
): StanceShown | undefined {
  return stances.find(
    (stance) =>
      stance.round === decision.round &&
      stance.seatId === seatId &&
      stance.revealedAt !== null &&
      isConcern(decision, stance.value),
  );
}

export function isLabel(scale: Scale, value: string): boolean {
  const labels: readonly string[] = stancesOf[scale];
  return labels.includes(value);
}

/** What a rule asks of each side when nobody says otherwise: half of its seats there, nobody in the way. */
export function usualRule(
  scale: Scale,
  constituency: Constituency,
  seats: number,
): ConstituencyRule {
  const gate = scale === 'majority' || scale === 'supermajority' ? scale : 'consent';
  return { constituency, quorum: Math.ceil(seats / 2), gate };
}

/** How many seats each constituency has, in the order of the table. */
export function seatsByConstituency(
  seats: readonly { constituency: Constituency }[],
): Map<Constituency, number> {
  const counts = new Map<Constituency, number>();
  for (const { constituency } of seats) {
    counts.set(constituency, (counts.get(constituency) ?? 0) + 1);
  }
  return counts;
}

export function hasSpoken(elector: Elector, round: number): boolean {
  return elector.spokenRound >= round;
}

/** Stances are shown together: when everybody has spoken, or when the time is up. */
export function canReveal(
  { decision, electors }: Pick<DecisionWhole, 'decision' | 'electors'>,
  now: Date,
): boolean {
  return (
    decision.state === 'open' &&
    (now >= decision.closesAt || electors.every((elector) => hasSpoken(elector, decision.round)))
  );
}

/** Any seat on the team may bring a question. */
export function mayDraft(actor: Actor, members: readonly TeamMember[]): boolean {
  return members.some(({ id }) => id === actor.seat?.seatId);
}

/** Its co-chairs and the leads on it open a team's decisions, call further rounds and close. */
export function mayConduct(actor: Actor, members: readonly TeamMember[]): boolean {
  return members.some(
    ({ id, role, lead }) => id === actor.seat?.seatId && (role === 'co-chair' || lead),
  );
}

/** Those who were on the team when the decision opened have a say. */
export function maySpeak(actor: Actor, electors: readonly Elector[]): boolean {
  return electors.some(({ seatId }) => seatId === actor.seat?.seatId);
}

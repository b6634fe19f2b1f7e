import {
  type Indicator,
  type IndicatorInput,
  indicatorFields,
} from '../../measure/indicator/index.ts';
import type { Actor, SeatedActor } from '../../partnership/access/index.ts';
import type { RecordStateOf } from '../../partnership/record/index.ts';
import { day, id, many, oneOf, optionalText, text } from '../../platform/form.ts';

/** What the partnership wants to reach together: what, how much, for whom, by when. Read this first. */
export interface GoalCard {
  id: string;
  /** What. */
  title: string;
  state: RecordStateOf<'goal'>;
  visibleTo: string;
  howMuch: string;
  forWhom: string;
  byWhen: string;
  keeperSeat: string;
  adoptedAt: Date | null;
  createdAt: Date;
  /** How many organizations have put their name to it. */
  endorsements: number;
  indicator: Indicator | null;
}

export interface Endorsement {
  organizationId: string;
  seatId: string;
  endorsedAt: Date;
}

export interface Goal extends Omit<GoalCard, 'endorsements'> {
  kind: 'goal';
  changedAt: Date;
  createdBySeat: string | null;
  why: string;
  endorsedBy: readonly Endorsement[];
}

/** A goal is shared when leads of at least this many sides of the table have endorsed it. */
export const sidesNeeded = 2;

export const goalVisibilities = ['partnership', 'public'] as const;

export const goalFields = {
  title: text(200),
  howMuch: text(300),
  forWhom: text(300),
  byWhen: day(),
  why: optionalText(4000),
  keeperSeat: id(),
  visibility: oneOf(goalVisibilities),
  voice: many(id()),
  ...indicatorFields,
};

export interface GoalInput extends IndicatorInput {
  title: string;
  howMuch: string;
  forWhom: string;
  byWhen: string;
  why: string;
  keeperSeat: string;
  visibility: (typeof goalVisibilities)[number];
  /** The voices that led to it. */
  voice: readonly string[];
}

export function isOpen(goal: Pick<Goal, 'state'>): boolean {
  return goal.state === 'proposed' || goal.state === 'adopted';
}

/** A lead puts the organization's name to an open goal, once. */
export function mayEndorse(
  actor: Actor,
  goal: Pick<Goal, 'state' | 'endorsedBy'>,
): actor is SeatedActor {
  const { seat } = actor;
  return (
    seat?.lead === true &&
    isOpen(goal) &&
    !goal.endorsedBy.some(({ organizationId }) => organizationId === seat.organizationId)
  );
}

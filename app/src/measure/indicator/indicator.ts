import type { z } from 'zod';
import type { SeatedActor } from '../../partnership/access/index.ts';
import { decimal, oneOf, optionalDay, optionalText, text } from '../../platform/form.ts';

/** What we look at to know whether a goal is being reached. Read this first. */
export interface Indicator {
  id: string;
  visibleTo: string;
  name: string;
  /** "%", "days", "students": as people wrote it. */
  unit: string;
  wanted: 'up' | 'down';
  baseline: number | null;
  baselineOn: string | null;
  target: number | null;
  targetOn: string | null;
  source: string;
  /** Who keeps the numbers. */
  keeperSeat: string;
  /** Null for visitors, who read no seats. */
  keeperOrganization: string | null;
  /** In order of date. */
  values: readonly IndicatorValue[];
}

export interface IndicatorValue {
  /** `YYYY-MM-DD`, one value for a day. */
  measuredOn: string;
  value: number;
  note: string;
}

export const longestNote = 300;

/** What people say about an indicator when they propose a goal. */
export const indicatorFields = {
  indicatorName: text(160),
  unit: optionalText(40),
  wanted: oneOf(['up', 'down']),
  baseline: decimal(),
  baselineOn: optionalDay(),
  target: decimal(),
  source: optionalText(300),
};

export type IndicatorInput = z.output<z.ZodObject<typeof indicatorFields>>;

/** The keeper, and whoever leads the keeper's organization. */
export function mayEnterValues(actor: SeatedActor, indicator: Indicator): boolean {
  const { seat } = actor;
  return (
    seat.seatId === indicator.keeperSeat ||
    (seat.lead && seat.organizationId === indicator.keeperOrganization)
  );
}

/** Does a value meet the target, in the wanted direction? */
export function meetsTarget(indicator: Pick<Indicator, 'wanted' | 'target'>, value: number) {
  if (indicator.target === null) return false;
  return indicator.wanted === 'up' ? value >= indicator.target : value <= indicator.target;
}

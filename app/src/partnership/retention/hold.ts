import type { SeatedActor } from '../access/index.ts';

export const holdScopes = ['record', 'topic', 'person', 'partnership'] as const;
export type HoldScope = (typeof holdScopes)[number];

/** While it stands, nothing under it is removed, made nameless or written over. */
export interface LegalHold {
  id: string;
  scope: HoldScope;
  recordId: string | null;
  /** Null where the reader may not see the record, or it has gone. */
  recordTitle: string | null;
  recordKind: string | null;
  personName: string | null;
  reason: string;
  placedBy: string;
  placedAt: Date;
  liftedAt: Date | null;
}

/** Any lead: whoever hears of a lawsuit or a request first must be able to stop the clock. */
export function mayPlaceHold(actor: SeatedActor): boolean {
  return actor.seat.lead;
}

import type { Constituency } from './constituency.ts';
import type { SeenAs } from './view-as.ts';

/** A seat that the signed-in person holds or stands in for today. */
export interface SeatHeld {
  partnershipId: string;
  slug: string;
  partnershipName: string;
  personId: string;
  seatId: string;
  title: string;
  lead: boolean;
  sort: 'holder' | 'alternate';
  organizationId: string;
  organizationName: string;
  constituency: Constituency;
}

export interface PartnershipHere {
  id: string;
  slug: string;
  name: string;
  level: 'state' | 'district' | 'school';
  place: string;
  timeZone: string;
  locale: string;
  demo: boolean;
}

export interface Account {
  id: string;
  name: string;
  email: string;
  locale: string;
  demo: boolean;
}

/** A seat that somebody acted from until its term ended. */
export interface EndedSeat {
  partnership: string;
  seat: string;
  organization: string;
  sort: 'holder' | 'alternate';
  /** The moment, where it ended during a day. */
  endedAt: Date | null;
  /** The last day. */
  endedOn: string | null;
  reason: 'handover' | 'left' | 'withdrawn' | null;
}

/**
 * Who is asking, here and now. `seat` is the hat worn for this request; null for a visitor, for a
 * guest with a link, and for a person who has no seat in this partnership today.
 */
export interface Actor {
  account: Account | null;
  partnership: PartnershipHere | null;
  seat: SeatHeld | null;
  audiences: readonly string[];
  seats: readonly SeatHeld[];
  /** Set while somebody looks at a page as somebody else would: then `seat` is nobody's. */
  seenAs?: SeenAs;
  /** The seat they acted from here before its term ended, where that has a bearing on this request. */
  ended?: EndedSeat;
}

export const nobody: Actor = {
  account: null,
  partnership: null,
  seat: null,
  audiences: ['public'],
  seats: [],
};

/** An actor known to wear a hat: what use-cases that change something take. */
export type SeatedActor = Actor & { partnership: PartnershipHere; seat: SeatHeld };

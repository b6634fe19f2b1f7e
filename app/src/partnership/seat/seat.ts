import type { Constituency } from '../access/index.ts';

/** A seat as lists and tables show it, with whoever holds it today. */
export interface SeatShown {
  id: string;
  title: string;
  lead: boolean;
  organizationId: string;
  organizationName: string;
  constituency: Constituency;
  siteId: string | null;
  siteName: string | null;
  /** Null when nobody sits there. */
  holder: string | null;
  personId: string | null;
  alternates: readonly string[];
}

/** "Maya Okafor, Superintendent", or the title alone when the seat is empty. */
export function seatName(seat: Pick<SeatShown, 'holder' | 'title'>): string {
  return seat.holder ? `${seat.holder}, ${seat.title}` : seat.title;
}

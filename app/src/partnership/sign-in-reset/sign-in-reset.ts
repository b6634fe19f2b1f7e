import type { Actor } from '../access/index.ts';

/** How long any lead can stop it. The database holds to it too. */
export const waitingHours = 72;
/** How long the links work once they were given. */
export const linkDays = 7;

/** Two leads who lost every way to sign in are to get in again. */
export interface SignInReset {
  id: string;
  askedAt: Date;
  opensAt: Date;
  stoppedAt: Date | null;
  stoppedBySeat: string | null;
  givenAt: Date | null;
  /** Whom it is about. */
  people: readonly { seatId: string; seat: string; organization: string; name: string }[];
}

export const isWaiting = ({ stoppedAt, givenAt }: SignInReset): boolean => !stoppedAt && !givenAt;

/** One press of any lead, of whatever side. */
export function mayStopReset(actor: Actor, reset: SignInReset): boolean {
  return actor.seat?.lead === true && isWaiting(reset);
}

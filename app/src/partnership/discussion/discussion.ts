import type { SeatShown } from '../seat/index.ts';

/** What somebody wrote beneath a record. */
export interface Post {
  id: string;
  recordId: string;
  seatId: string;
  personId: string;
  /** Who wrote it; null for those who may not read names. */
  name: string | null;
  /** Empty once it was taken back. */
  body: string;
  createdAt: Date;
  changedAt: Date | null;
  withdrawnAt: Date | null;
}

/** How long one's own words may still be corrected. The database keeps the same time. */
export const minutesToCorrect = 15;

export function mayCorrect(post: Post, personId: string | undefined, now: Date): boolean {
  const late = post.createdAt.getTime() + minutesToCorrect * 60_000;
  return post.personId === personId && post.withdrawnAt === null && now.getTime() <= late;
}

export function mayTakeBack(post: Post, personId: string | undefined): boolean {
  return post.personId === personId && post.withdrawnAt === null;
}

/**
 * A public body whose member had better not write here now: one voice more would make a meeting
 * outside a meeting. Never says how many spoke, or who.
 */
export interface Guarded {
  kind: 'board' | 'team';
  bodyId: string;
  /** The team at whose meetings the body meets; null for a board that has none here. */
  teamId: string | null;
  why: 'count' | 'one-way';
}

/** Where a guarded member can take the matter instead. */
export interface WayOut {
  guarded: Guarded;
  bodyName: string;
  meeting: { id: string; title: string; mayBring: boolean } | null;
}

export type SeatsKnown = ReadonlyMap<
  string,
  Pick<SeatShown, 'title' | 'organizationName' | 'constituency'>
>;

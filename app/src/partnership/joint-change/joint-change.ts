import type { Actor } from '../access/index.ts';

/**
 * A change of something shared: proposed by one side, effective when the others whose agreement it
 * needs have agreed. The database holds the rules (app/migrations/013_two_key.sql). Read this first.
 */
export const jointChangeKinds = [
  'visibility',
  'composition',
  'removal',
  'hold',
  'compact',
  'rules',
  'lead',
  'first-person',
] as const;
export type JointChangeKind = (typeof jointChangeKinds)[number];

/** `lapsed` is a waiting one whose 30 days are over. */
export type JointChangeState = 'waiting' | 'agreed' | 'declined' | 'withdrawn' | 'lapsed';

export interface JointChange {
  id: string;
  visibleTo: string;
  kind: JointChangeKind;
  /** What it is about; null where it is about the whole partnership. */
  recordId: string | null;
  before: Record<string, unknown>;
  after: Record<string, unknown>;
  reason: string;
  /** Whose agreement it takes: `side:district`, `side:staff`, `other`, `organization:<id>`, `colleague`, `witnesses`. */
  needs: readonly string[];
  state: JointChangeState;
  proposedAt: Date;
  lapsesAt: Date;
  proposedBySeat: string;
  proposedByPerson: string;
  proposedByOrganization: string;
  settledAt: Date | null;
}

export interface JointChangeAnswer {
  organizationId: string;
  seatId: string;
  personId: string;
  answer: 'agree' | 'decline';
  reason: string;
  answeredAt: Date;
}

/** Where a waiting change stands, and what the acting seat may do about it. */
export interface JointChangeStanding {
  /** The needs that nobody has met yet. */
  missing: readonly string[];
  mayAnswer: boolean;
}

/** What would change, in words. */
export interface ChangeInWords {
  /** How it is now: a sentence, then what it means line by line. */
  before: readonly string[];
  /** How it would be. */
  after: readonly string[];
}

/** Whoever proposed takes it back while it waits; so does another lead of that organization. */
export function mayWithdraw(actor: Actor, change: JointChange): boolean {
  const { seat } = actor;
  return (
    seat !== null &&
    change.state === 'waiting' &&
    (seat.seatId === change.proposedBySeat ||
      (seat.lead && seat.organizationId === change.proposedByOrganization))
  );
}

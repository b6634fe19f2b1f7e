import type { Constituency } from '../../src/partnership/access/index.ts';
import type { CastName } from '../../src/partnership/testing/test-partnership.ts';

/** Everybody who has an account. The first seven are the cast that every test has. */
export interface Guest {
  key: string;
  /** Who invites them, and to what. */
  inviter: string;
  constituency: Constituency;
  lead: boolean;
  /** Their own organization is brought to the table first. */
  brings?: boolean;
  /** Stands in for this person instead of holding a seat of their own. */
  alternateFor?: CastName;
}

const member = (key: string, inviter: string, constituency: Constituency): Guest => ({
  key,
  inviter,
  constituency,
  lead: false,
});
const newcomer = (key: string, constituency: Constituency): Guest => ({
  key,
  inviter: 'superintendent',
  constituency,
  lead: true,
  brings: true,
});

export const guests: readonly Guest[] = [
  member('board member', 'board', 'board'),
  member('families member', 'parent', 'families'),
  member('support member', 'support', 'support'),
  newcomer('community lead', 'community'),
  member('community member', 'community lead', 'community'),
  newcomer('students lead', 'students'),
  member('students member', 'students lead', 'students'),
  newcomer('university lead', 'university'),
  member('university member', 'university lead', 'university'),
  { ...member('alternate', 'president', 'educators'), alternateFor: 'representative' },
  member('after a seat ended', 'president', 'educators'),
  member('left the team', 'president', 'educators'),
  member('before a seat', 'president', 'educators'),
  member('two hats', 'parent', 'families'),
];

/** Accounts without a place in the first partnership. */
export const strangers = ['no seat', 'other lead', 'other president', 'other member'] as const;

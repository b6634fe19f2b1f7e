import type { Authority, NoticeHours, Profile, ProfileName, SerialCount } from './profile.ts';

/** What the database holds and enforces, whatever profile it came from. */
export interface RuleValues {
  covered: readonly Authority[];
  notice: NoticeHours;
  serial: SerialCount;
  oneWay: boolean;
}

/** The rules that hold now: one version, agreed by both sides. */
export interface RulesInForce extends RuleValues {
  version: number;
  profile: ProfileName;
  edition: string;
  /** How many members each board has, by its organization's id, where it was said. */
  boardSizes: Readonly<Record<string, number>>;
  /** Why a value differs from the profile's, by the name of the rule. */
  notes: Readonly<Record<string, string>>;
  inForceAt: Date;
}

/** Which organization read this version, and when. */
export interface RulesReview {
  organizationId: string;
  seatId: string;
  reviewedAt: Date;
}

/** The rules whose values a partnership may set for itself. */
export const ruleNames = ['covered', 'notice', 'serial', 'oneWay'] as const;
export type RuleName = (typeof ruleNames)[number];

/** What a profile says, as values to be enforced. */
export function valuesOf(profile: Profile): RuleValues {
  const authorities = Object.entries(profile.covered) as [Authority, { value: boolean }][];
  return {
    covered: authorities.flatMap(([authority, { value }]) => (value ? [authority] : [])),
    notice: profile.notice.value,
    serial: profile.serial.value,
    oneWay: profile.oneWay.value,
  };
}

/** Whether a body that was called into being this way is covered. The board itself always is. */
export function isCovered({ covered }: Pick<RuleValues, 'covered'>, authority: Authority): boolean {
  return authority === 'board-itself' || covered.includes(authority);
}

/**
 * The rules of `wanted` that are looser than `least`: fewer bodies covered, shorter notice, more
 * voices. Under the law of a state a partnership may be stricter than the law, and not looser.
 */
export function looserThan(least: RuleValues, wanted: RuleValues): RuleName[] {
  const hours = ['regular', 'special', 'emergency'] as const;
  const looser: Record<RuleName, boolean> = {
    covered: least.covered.some((authority) => !isCovered(wanted, authority)),
    notice:
      hours.some((sort) => wanted.notice[sort] < least.notice[sort]) ||
      (least.notice.skips !== 'nothing' && wanted.notice.skips === 'nothing'),
    serial: least.serial === 'majority-of-quorum' && wanted.serial === 'quorum',
    oneWay: least.oneWay && !wanted.oneWay,
  };
  return ruleNames.filter((rule) => looser[rule]);
}

/** The rules in which two sets of values differ. */
export function differingRules(one: RuleValues, other: RuleValues): RuleName[] {
  const plain = ({ covered, notice, serial, oneWay }: RuleValues) => ({
    covered: [...covered].sort().join(),
    notice: [notice.regular, notice.special, notice.emergency, notice.skips].join(),
    serial,
    oneWay,
  });
  const [a, b] = [plain(one), plain(other)];
  return ruleNames.filter((rule) => a[rule] !== b[rule]);
}

/**
 * How many members of a body may speak on a matter between two meetings.
 * @param members  Of the whole body, also those who have no seat here.
 */
export function serialLimit(members: number, serial: SerialCount): number {
  if (members < 2) return 1;
  const quorum = Math.floor(members / 2) + 1;
  // Of five members it takes a quorum, in both ways of counting.
  const meeting =
    serial === 'majority-of-quorum' && members !== 5 ? Math.floor(quorum / 2) + 1 : quorum;
  return meeting - 1;
}

import type { Authority, ProfileName } from './profile.ts';
import { profiles } from './profiles/index.ts';
import type { RulesInForce, RuleValues } from './rules-in-force.ts';

/** Rules as both sides agree on them: the shape that the database takes over word for word. */
export interface AgreedRules extends Record<string, unknown> {
  profile: ProfileName;
  edition: string;
  covered: readonly Authority[];
  noticeRegular: number;
  noticeSpecial: number;
  noticeEmergency: number;
  noticeSkips: RuleValues['notice']['skips'];
  serial: RuleValues['serial'];
  oneWay: boolean;
  boardSizes: Readonly<Record<string, number>>;
  notes: Readonly<Record<string, string>>;
}

/** A public body that would be none any more: who called it into being, as both sides agree. */
export interface AgreedAuthority extends Record<string, unknown> {
  teamId: string;
  authority: Authority;
}

export function agreedRules(
  profile: ProfileName,
  values: RuleValues,
  { boardSizes, notes }: Pick<RulesInForce, 'boardSizes' | 'notes'>,
  edition: string = profiles[profile].edition,
): AgreedRules {
  return {
    profile,
    edition,
    covered: values.covered,
    noticeRegular: values.notice.regular,
    noticeSpecial: values.notice.special,
    noticeEmergency: values.notice.emergency,
    noticeSkips: values.notice.skips,
    serial: values.serial,
    oneWay: values.oneWay,
    boardSizes,
    notes,
  };
}

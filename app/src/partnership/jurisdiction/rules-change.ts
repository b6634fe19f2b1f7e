import { type Locale, translate, type WordValues } from '../../ui/catalogue.ts';
import { audit } from '../audit/server.ts';
import type { JointChange } from '../joint-change/index.ts';
import type { JointChangeHandler } from '../joint-change/server.ts';
import type { AgreedAuthority, AgreedRules } from './agreed-rules.ts';
import { adoptRules } from './jurisdiction.store.ts';
import { profiles } from './profiles/index.ts';
import { rulesWords } from './rules.words.ts';

/** Changes of the rules as joint changes: told in words, and put in force by the database. */
export const rulesChange: JointChangeHandler = {
  describe: async (_, change, locale) => ({
    before: describe(change.before, locale),
    after: describe(change.after, locale),
  }),
  apply: async (ctx, change) => {
    await adoptRules(ctx, change.id);
    await audit(ctx, 'rules.adopted', {
      visibleTo: change.visibleTo,
      ...(change.recordId ? { recordId: change.recordId } : {}),
      details: { change: change.id },
    });
  },
};

function describe(said: JointChange['after'], locale: Locale): string[] {
  const t = (key: keyof typeof rulesWords.messages.en, values?: WordValues) =>
    translate(rulesWords, locale, key, values);
  if ('teamId' in said) {
    const { authority, title } = said as AgreedAuthority;
    return [t('change.team-is', { team: String(title), how: t(`authority.${authority}`) })];
  }
  const rules = said as AgreedRules;
  return [
    profiles[rules.profile].title[locale],
    t('change.open-are', {
      list: rules.covered.map((authority) => t(`authority.${authority}`)).join('; '),
    }),
    t('own.notice', {
      regular: rules.noticeRegular,
      special: rules.noticeSpecial,
      emergency: rules.noticeEmergency,
      skips: rules.noticeSkips,
    }),
    t(`own.serial.${rules.serial}`),
    t(rules.oneWay ? 'own.oneWay.yes' : 'own.oneWay.no'),
    ...Object.values(rules.boardSizes).map((members) => t('change.board-has', { members })),
    ...[...new Set(Object.values(rules.notes))].map((note) => t('own.why', { note })),
  ];
}

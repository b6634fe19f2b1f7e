import { Section } from '../../ui/index.ts';
import { useLocale, useWords } from '../../ui/words.ts';
import type { Authority } from './profile.ts';
import { profiles } from './profiles/index.ts';
import { rulesWords } from './rules.words.ts';
import { isCovered, type RulesInForce } from './rules-in-force.ts';

export interface CoveredBodyProps {
  /** The page of the rules. */
  href: string;
  rules: RulesInForce;
  authority: Authority;
}

/** Whether a team meets in the open, by which rule, and what that means for it. */
export function CoveredBody({ href, rules, authority }: CoveredBodyProps) {
  const t = useWords(rulesWords);
  const { locale } = useLocale();
  const covered = isCovered(rules, authority);
  const rule = profiles[rules.profile].covered[authority];
  const says = covered === rule.value ? rule.says[locale] : t('own.covered');
  return (
    <Section
      title={t(covered ? 'covers.yes' : 'covers.no')}
      aside={<a href={`${href}#covered`}>{t('covers.rules')}</a>}
    >
      <p>{t('covers.why', { how: t(`authority.${authority}`), says })}</p>
      {covered && <p>{t('covers.means')}</p>}
    </Section>
  );
}

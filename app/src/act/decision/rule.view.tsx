import { seatGroup } from '../../partnership/access/index.ts';
import { DateText, DefinitionList, Section, Table } from '../../ui/index.ts';
import { useLocale, useWords } from '../../ui/words.ts';
import { bargainingDomains, type DecisionWhole, seatsByConstituency } from './decision.ts';
import { decisionWords } from './decision.words.ts';
import { stanceKey } from './stance-words.ts';

export interface RuleProps {
  whole: Pick<DecisionWhole, 'decision' | 'rules'>;
  /** The seats that have a say, or would have if it opened now. */
  seats: readonly { constituency: DecisionWhole['rules'][number]['constituency'] }[];
  /** Left out for those who may not read it. */
  team: { title: string; href: string } | undefined;
}

/** What was declared before discussion. */
export function Rule({ whole: { decision, rules }, seats, team }: RuleProps) {
  const t = useWords(decisionWords);
  const { locale } = useLocale();
  const counts = seatsByConstituency(seats);
  const { level, domain, scale, line } = decision;
  const labels = line?.split(' ').map((label) => t(stanceKey(scale, label)));
  return (
    <Section title={t('rule')}>
      <p>{t(decision.openedAt ? 'rule.frozen' : 'rule.draft')}</p>
      <DefinitionList
        items={[
          ...(team ? [{ term: t('team'), value: <a href={team.href}>{team.title}</a> }] : []),
          {
            term: t('field.domain'),
            value: (
              <>
                {t(`domain.${domain}`)}
                {bargainingDomains.includes(domain) && (
                  <>
                    <br />
                    {t('bargaining')}
                  </>
                )}
              </>
            ),
          },
          { term: t('field.authority'), value: t(`authority.${decision.authority}`) },
          { term: t('field.level'), value: `${t(`level.${level}`)}. ${t(`level.${level}.hint`)}` },
          { term: t('field.scale'), value: t(`scale.${scale}`) },
          ...(labels ? [{ term: t('field.line'), value: labels.join('; ') }] : []),
          { term: t('field.closesAt'), value: <DateText date={decision.closesAt} as="moment" /> },
          { term: t('field.fallback'), value: decision.fallback },
          { term: t('field.reviewOn'), value: <DateText date={decision.reviewOn} /> },
        ]}
      />
      <Table
        stacks
        caption={t('rule.caption')}
        columns={[
          { label: t('column.constituency') },
          { label: t('column.quorum') },
          { label: t('column.gate') },
        ]}
        rows={rules.map(({ constituency, quorum, gate }) => [
          seatGroup(locale, constituency).name,
          t('quorum.of', { quorum, seats: counts.get(constituency) ?? 0 }),
          t(`gate.${gate}`),
        ])}
      />
    </Section>
  );
}

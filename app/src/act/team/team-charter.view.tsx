import { rulesWords } from '../../partnership/jurisdiction/index.ts';
import { DateText, type Definition, DefinitionList, Prose, Section } from '../../ui/index.ts';
import { useWords } from '../../ui/words.ts';
import type { Team } from './team.ts';
import { teamWords } from './team.words.ts';

export interface TeamCharterProps {
  base: string;
  team: Team;
  parent: Pick<Team, 'id' | 'title'> | null;
  mayRevise: boolean;
}

/** What the team is for, what belongs to it and how it works. */
export function TeamCharter({ base, team, parent, mayRevise }: TeamCharterProps) {
  const t = useWords(teamWords);
  const rules = useWords(rulesWords);
  const facts: Definition[] = [
    { term: t('charter.purpose'), value: <Prose text={team.purpose} /> },
    ...(team.inScope ? [{ term: t('charter.in'), value: <Prose text={team.inScope} /> }] : []),
    ...(team.outOfScope
      ? [{ term: t('charter.out'), value: <Prose text={team.outOfScope} /> }]
      : []),
    {
      term: t('charter.rule'),
      value: `${t(`rule.${team.decisionRule}`)}. ${t(`rule.${team.decisionRule}.hint`)}`,
    },
    { term: rules('authority'), value: rules(`authority.${team.creationAuthority}`) },
    ...(parent
      ? [
          {
            term: t('charter.parent'),
            value: <a href={`${base}/teams/${parent.id}`}>{parent.title}</a>,
          },
        ]
      : []),
    {
      term: t('charter.sunset'),
      value: team.sunsetOn ? <DateText date={team.sunsetOn} as="dayIn" /> : t('charter.standing'),
    },
  ];
  return (
    <>
      <Section
        title={t('charter')}
        aside={mayRevise && <a href={`${base}/teams/${team.id}/charter`}>{t('edit')}</a>}
      >
        <DefinitionList items={facts} />
      </Section>
      <Section title={t('norms')}>
        {team.norms ? <Prose text={team.norms} /> : <p>{t('norms.none')}</p>}
      </Section>
    </>
  );
}

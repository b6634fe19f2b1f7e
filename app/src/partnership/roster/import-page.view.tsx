import { DefinitionList, LinkButton, Notice, Section } from '../../ui/index.ts';
import { useWords } from '../../ui/words.ts';
import { ImportPeople } from './import-people.view.tsx';
import { countPlan, type ImportPlan, looksCut } from './import-plan.ts';
import { ImportProblems } from './import-problems.view.tsx';
import { rosterWords } from './roster.words.ts';
import { summaryOf } from './summary-words.ts';

/** What an import would do, or did: what weighs most comes first. */
export function ImportPage(props: {
  path: string;
  rosterPath: string;
  source: string;
  plan: ImportPlan;
}) {
  const { plan } = props;
  const t = useWords(rosterWords);
  return (
    <>
      {looksCut(plan) && <Notice kind="warning">{t('cut')}</Notice>}
      {!plan.complete && <Notice>{t('partial')}</Notice>}
      <Section title={t('summary')}>
        <DefinitionList items={summaryOf(t, props.source, plan, countPlan(plan))} />
      </Section>
      <Terms plan={plan} />
      <Sites plan={plan} />
      <ImportPeople plan={plan} />
      <ImportProblems path={props.path} plan={plan} />
      <p class="button-row">
        <LinkButton kind="quiet" href={props.rosterPath}>
          {t('read-another')}
        </LinkButton>
      </p>
    </>
  );
}

function Terms({ plan }: { plan: ImportPlan }) {
  const t = useWords(rosterWords);
  if (plan.terms.length === 0) return null;
  return (
    <Section title={t('terms')}>
      <ul>
        {plan.terms.map(({ termId, person, seat, organization, change }) => (
          <li key={termId}>
            {`${person}, ${seat}, ${organization}. `}
            {t(`term.${change}`, { organization })}
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Sites({ plan: { sites, unlisted } }: { plan: ImportPlan }) {
  const t = useWords(rosterWords);
  if (sites.length + unlisted.length === 0) return null;
  return (
    <Section title={t('sites')}>
      <ul>
        {sites.map(({ id, name, change, before }) => (
          <li key={id}>
            {`${name}: `}
            {change === 'renamed'
              ? t('site.renamed', { before: before ?? '' })
              : t(`site.${change}`)}
          </li>
        ))}
      </ul>
      {unlisted.length > 0 && <p>{t('unlisted', { names: unlisted.join(', ') })}</p>}
    </Section>
  );
}

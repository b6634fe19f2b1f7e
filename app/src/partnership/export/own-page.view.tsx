import { type FormState, field } from '../../ui/form-state.ts';
import { FormSummary } from '../../ui/form-summary.view.tsx';
import {
  Button,
  Checkbox,
  Form,
  LinkButton,
  Section,
  useLocale,
  useWords,
} from '../../ui/index.ts';
import { exportWords } from './export.words.ts';
import { tableName } from './field-names.ts';
import type { OwnPartnership, OwnRow } from './own.ts';

export interface OwnPageProps {
  form: FormState;
  rows: readonly OwnRow[];
  partnerships: readonly OwnPartnership[];
}

/** What is kept about oneself: how much of what, the download, and the way out. */
export function OwnPage({ form, rows, partnerships }: OwnPageProps) {
  const t = useWords(exportWords);
  return (
    <>
      <FormSummary form={form} />
      <p>
        <LinkButton href="/account/data.zip" download>
          {t('own.download')}
        </LinkButton>
      </p>
      <p>{t('own.what')}</p>
      <Counts title={t('own.account')} rows={rows.filter((row) => row.partnership === '')} />
      {[...new Set(partnerships.map(({ name }) => name))].map((name) => (
        <Counts
          key={name}
          title={t('own.partnership', { partnership: name })}
          rows={rows.filter((row) => row.partnership === name)}
        />
      ))}
      {partnerships.length > 0 && (
        <Section title={t('own.leave')} id="leave">
          <p>{t('own.leave.lead')}</p>
          {partnerships.map((one) => (
            <Leave
              key={one.id}
              form={form}
              one={one}
              deeds={
                rows.filter(
                  ({ partnership, table }) => partnership === one.name && table !== 'person',
                ).length
              }
            />
          ))}
        </Section>
      )}
    </>
  );
}

function Counts({ title, rows }: { title: string; rows: readonly OwnRow[] }) {
  const t = useWords(exportWords);
  const { locale } = useLocale();
  const counts = new Map<string, number>();
  for (const { table } of rows) counts.set(table, (counts.get(table) ?? 0) + 1);
  return (
    <Section title={title}>
      <ul>
        {[...counts].map(([table, count]) => (
          <li key={table}>{t('own.count', { table: tableName(locale, table), count })}</li>
        ))}
      </ul>
    </Section>
  );
}

function Leave({ form, one, deeds }: { form: FormState; one: OwnPartnership; deeds: number }) {
  const t = useWords(exportWords);
  const { name: partnership, seat } = one;
  if (one.hindrance) return <p>{t(`own.leave.${one.hindrance}`, { partnership })}</p>;
  const replacement = [t('own.replacement'), seat].filter(Boolean).join(', ');
  return (
    <section>
      <h3>{t('own.leave.in', { partnership, name: one.personName })}</h3>
      <h4>{t('own.goes')}</h4>
      <ul>
        <li>{t('own.goes.name', { replacement })}</li>
        <li>{t('own.goes.address')}</li>
        <li>{t('own.goes.private')}</li>
        <li>{t('own.goes.account')}</li>
      </ul>
      <h4>{t('own.stays')}</h4>
      <ul>
        <li>{t('own.stays.deeds', { count: deeds })}</li>
        <li>{t('own.stays.audit')}</li>
        <li>{t('own.stays.text')}</li>
        <li>{t('own.stays.copies')}</li>
        <li>{t('own.stays.law')}</li>
      </ul>
      <Form action="/account/data/forget" hidden={{ partnership: one.id }}>
        <Checkbox
          {...field(form, 'sure')}
          id={`sure-${one.id}`}
          value="yes"
          label={t('own.sure')}
        />
        <Button kind="danger">{t('own.submit')}</Button>
      </Form>
    </section>
  );
}

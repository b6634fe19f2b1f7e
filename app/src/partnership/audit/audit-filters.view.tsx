import type { FormState } from '../../ui/form-state.ts';
import { field } from '../../ui/form-state.ts';
import { FormSummary } from '../../ui/form-summary.view.tsx';
import { Button, type Choice, DateField, Form, LinkButton, SelectField } from '../../ui/index.ts';
import { useWords } from '../../ui/words.ts';
import { auditWords } from './audit.words.ts';
import { type AuditFilter, auditQuery, byOf, isFiltered } from './audit-filter.ts';

/** Seats by organization, as the field for who did it offers them. */
export interface AuditSides {
  id: string;
  name: string;
  seats: readonly { id: string; title: string; holder: string | null }[];
}

export interface AuditFiltersProps {
  path: string;
  /** With what was typed where it was no day. */
  form: FormState;
  filter: AuditFilter;
  sides: readonly AuditSides[];
  /** The record that alone is asked about. */
  record: string | null;
}

/** What, who, when: a form that the address remembers. */
export function AuditFilters({ path, form, filter, sides, record }: AuditFiltersProps) {
  const t = useWords(auditWords);
  return (
    <Form
      method="get"
      action={path}
      label={t('filter')}
      hidden={filter.recordId ? { record: filter.recordId } : {}}
    >
      <FormSummary form={form} />
      {record !== null && (
        <p>
          {t('filter.record', { record })}{' '}
          <a href={`${path}${auditQuery({ ...filter, recordId: undefined })}`}>
            {t('filter.record.all')}
          </a>
        </p>
      )}
      <SelectField
        name="kind"
        label={t('filter.kind')}
        prompt={t('filter.kind.all')}
        value={filter.noun}
        choices={useNouns(filter.noun)}
      />
      <SelectField
        name="by"
        label={t('filter.by')}
        prompt={t('filter.by.all')}
        value={byOf(filter)}
        choices={sides.map(({ id, name, seats }) => ({
          label: name,
          choices: [
            { value: `organization:${id}`, label: t('filter.by.any', { organization: name }) },
            ...seats.map((seat) => ({
              value: `seat:${seat.id}`,
              label: seat.holder ? `${seat.title} (${seat.holder})` : seat.title,
            })),
          ],
        }))}
      />
      <DateField {...field(form, 'from', filter.from)} label={t('filter.from')} />
      <DateField {...field(form, 'until', filter.until)} label={t('filter.until')} />
      <div class="button-row">
        <Button>{t('filter.show')}</Button>
        {isFiltered(filter) && (
          <LinkButton kind="quiet" href={path}>
            {t('filter.none')}
          </LinkButton>
        )}
      </div>
    </Form>
  );
}

/** Kinds of acts: the first words of all actions, by the names that people know. */
function useNouns(asked: string | undefined): Choice[] {
  const t = useWords(auditWords);
  const keys = Object.keys(auditWords.messages.en);
  const nouns = new Set(
    keys.flatMap((key) => (key.startsWith('action.') ? [key.split('.')[1] ?? ''] : [])),
  );
  if (asked) nouns.add(asked);
  const nameOf = (noun: string) => {
    const key = `noun.${noun}`;
    return keys.includes(key) ? t(key as Parameters<typeof t>[0]) : noun;
  };
  return [...nouns]
    .map((noun) => ({ value: noun, label: nameOf(noun) }))
    .sort((a, b) => a.label.localeCompare(b.label));
}

import { type FormState, field } from '../../ui/form-state.ts';
import { FormSummary } from '../../ui/form-summary.view.tsx';
import {
  Button,
  Checkbox,
  DateField,
  Form,
  RadioGroup,
  SelectField,
  TextField,
  useLocale,
  useWords,
} from '../../ui/index.ts';
import { exportScopes } from './export.ts';
import { exportWords } from './export.words.ts';

export interface RequestFormProps {
  path: string;
  form: FormState;
  /** The record that the lead came from. */
  record: string;
  people: readonly { id: string; name: string }[];
}

/** What somebody asked for. */
export function RequestForm({ path, form, record, people }: RequestFormProps) {
  const t = useWords(exportWords);
  const { locale } = useLocale();
  return (
    <Form action={path}>
      <FormSummary form={form} />
      <RadioGroup
        {...field(form, 'scope', record ? 'topic' : '')}
        label={t('scope')}
        choices={exportScopes.map((scope) => ({
          value: scope,
          label: t(`scope.${scope}`),
          hint: t(`scope.${scope}.hint`),
        }))}
      />
      <TextField
        {...field(form, 'record', record)}
        required={false}
        label={t('record')}
        hint={t('record.hint')}
      />
      <SelectField
        {...field(form, 'person')}
        required={false}
        label={t('person')}
        prompt={t('person.prompt')}
        choices={people.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <TextField {...field(form, 'askedBy')} label={t('asked-by')} hint={t('asked-by.hint')} />
      <DateField {...field(form, 'askedOn')} label={t('asked-on')} />
      <RadioGroup
        {...field(form, 'locale', locale)}
        inline
        label={t('language')}
        choices={[
          { value: 'en', label: t('language.en') },
          { value: 'es', label: t('language.es') },
        ]}
      />
      <Checkbox
        name="withOwn"
        checked={form.value('withOwn') !== ''}
        required={false}
        label={t('own')}
        hint={t('own.hint')}
      />
      <Button>{t('begin')}</Button>
    </Form>
  );
}

import { type FormState, field } from '../../ui/form-state.ts';
import { FormSummary } from '../../ui/form-summary.view.tsx';
import { Button, CheckboxGroup, DateField, Form, TextField, useWords } from '../../ui/index.ts';
import { type RecordHead, recordWords } from '../record/index.ts';
import { cycleWords } from './cycle.words.ts';

export interface NextCycleFormProps {
  form: FormState;
  action: string;
  suggested: { name: string; startsOn: string; actOn: string; reflectOn: string; endsOn: string };
  unfinished: readonly RecordHead[];
}

export function NextCycleForm({ form, action, suggested, unfinished }: NextCycleFormProps) {
  const t = useWords(cycleWords);
  const kind = useWords(recordWords);
  return (
    <>
      <FormSummary form={form} />
      <Form action={action}>
        <TextField {...field(form, 'name', suggested.name)} label={t('next.name')} />
        {(['startsOn', 'actOn', 'reflectOn', 'endsOn'] as const).map((name) => (
          <DateField
            key={name}
            {...field(form, name, suggested[name])}
            label={t(`field.${name}`)}
          />
        ))}
        {unfinished.length > 0 && (
          <CheckboxGroup
            name="carried"
            error={form.problem('carried')}
            label={t('next.carry')}
            values={form.values(
              'carried',
              unfinished.map((record) => record.id),
            )}
            choices={unfinished.map((record) => ({
              value: record.id,
              label: record.title,
              hint: kind(`kind.${record.kind}`),
            }))}
          />
        )}
        <Button>{t('open')}</Button>
      </Form>
    </>
  );
}

import type { SeatShown } from '../../partnership/seat/index.ts';
import { type FormState, field } from '../../ui/form-state.ts';
import { FormSummary } from '../../ui/form-summary.view.tsx';
import { Button, DateField, Form, SelectField, TextArea, TextField } from '../../ui/index.ts';
import { useWords } from '../../ui/words.ts';
import { actionWords } from './action.words.ts';
import { ownerChoices } from './owner-choices.ts';

export interface ActionFormProps {
  form: FormState;
  base: string;
  source: { id: string; title: string } | null;
  owners: readonly SeatShown[];
}

export function ActionForm({ form, base, source, owners }: ActionFormProps) {
  const t = useWords(actionWords);
  return (
    <>
      <FormSummary form={form} />
      <p>{source ? t('form.from', { title: source.title }) : t('form.from-none')}</p>
      <Form action={`${base}/actions`} hidden={source ? { fromId: source.id } : {}}>
        <TextField
          {...field(form, 'title')}
          label={t('form.name')}
          hint={t('form.name.hint')}
          maxlength={200}
        />
        <SelectField
          {...field(form, 'ownerSeat')}
          label={t('form.owner')}
          hint={t('form.owner.hint')}
          prompt={t('form.owner.prompt')}
          choices={ownerChoices(owners)}
        />
        <DateField {...field(form, 'dueOn')} label={t('form.due')} />
        <TextArea
          {...field(form, 'details')}
          label={t('form.details')}
          required={false}
          maxlength={4000}
        />
        <Button>{t('form.save')}</Button>
      </Form>
    </>
  );
}

import { type FormState, field } from '../../ui/form-state.ts';
import { FormSummary } from '../../ui/form-summary.view.tsx';
import {
  Button,
  Form,
  RadioGroup,
  SelectField,
  TextArea,
  TextField,
  useWords,
} from '../../ui/index.ts';
import { holdScopes } from './hold.ts';
import { retentionWords } from './retention.words.ts';

export interface HoldFormProps {
  slug: string;
  form: FormState;
  /** The record that the lead came from. */
  record: string;
  people: readonly { id: string; name: string }[];
}

export function HoldForm({ slug, form, record, people }: HoldFormProps) {
  const t = useWords(retentionWords);
  return (
    <Form action={`/p/${slug}/records/holds`}>
      <FormSummary form={form} />
      <RadioGroup
        {...field(form, 'scope', record ? 'record' : '')}
        label={t('hold.scope')}
        choices={holdScopes.map((scope) => ({ value: scope, label: t(`hold.scope.${scope}`) }))}
      />
      <TextField
        {...field(form, 'record', record)}
        required={false}
        label={t('hold.record-address')}
        hint={t('hold.record-address.hint')}
      />
      <SelectField
        {...field(form, 'person')}
        required={false}
        label={t('hold.which-person')}
        prompt={t('hold.which-person.none')}
        choices={people.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <TextArea {...field(form, 'reason')} label={t('hold.reason')} hint={t('hold.reason.hint')} />
      <p>{t('hold.limits')}</p>
      <p>{t('hold.lift-needs')}</p>
      <Button>{t('hold.submit')}</Button>
    </Form>
  );
}

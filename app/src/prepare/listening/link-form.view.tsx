import type { SeatShown } from '../../partnership/seat/index.ts';
import { type FormState, field } from '../../ui/form-state.ts';
import { FormSummary } from '../../ui/form-summary.view.tsx';
import {
  Button,
  DateField,
  Form,
  SelectField,
  TextArea,
  TextField,
  useWords,
} from '../../ui/index.ts';
import { answererChoices, mostAnswerDays, usualAnswerDays } from '../voice/index.ts';
import { listeningWords } from './listening.words.ts';

export interface LinkFormProps {
  form: FormState;
  action: string;
  seats: readonly SeatShown[];
  sites: readonly { id: string; name: string }[];
  ownSeat: string;
  opensOn: string;
  closesOn: string;
}

export function LinkForm(props: LinkFormProps) {
  const { form } = props;
  const t = useWords(listeningWords);
  return (
    <>
      <FormSummary form={form} />
      <Form action={props.action}>
        <TextField
          {...field(form, 'title')}
          label={t('form.title')}
          hint={t('form.title.hint')}
          maxlength={160}
        />
        <TextArea
          {...field(form, 'prompt')}
          label={t('form.prompt')}
          hint={t('form.prompt.hint')}
          rows={3}
          maxlength={1000}
          required={false}
        />
        <SelectField
          {...field(form, 'siteId')}
          label={t('form.site')}
          prompt={t('form.site.any')}
          choices={props.sites.map(({ id, name }) => ({ value: id, label: name }))}
          required={false}
        />
        <SelectField
          {...field(form, 'answerSeat', props.ownSeat)}
          label={t('form.answerSeat')}
          hint={t('form.answerSeat.hint')}
          choices={answererChoices(props.seats)}
        />
        <TextField
          {...field(form, 'answerDays', String(usualAnswerDays))}
          label={t('form.answerDays')}
          hint={t('form.answerDays.hint')}
          type="number"
          min={1}
          max={mostAnswerDays}
        />
        <DateField {...field(form, 'opensOn', props.opensOn)} label={t('form.opensOn')} />
        <DateField {...field(form, 'closesOn', props.closesOn)} label={t('form.closesOn')} />
        <Button>{t('form.submit')}</Button>
      </Form>
    </>
  );
}

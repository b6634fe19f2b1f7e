import type { SeatShown } from '../../partnership/seat/index.ts';
import { type FormState, field } from '../../ui/form-state.ts';
import { FormSummary } from '../../ui/form-summary.view.tsx';
import {
  Button,
  Fieldset,
  Form,
  RadioGroup,
  SelectField,
  TextArea,
  TextField,
  useWords,
} from '../../ui/index.ts';
import { mostAnswerDays, usualAnswerDays } from './answer-by.ts';
import { answererChoices, usualAnswerer } from './answerer-choices.ts';
import type { SiteChoice } from './site-choices.ts';
import { longestVoice, voiceSorts, voiceVisibilities } from './voice.ts';
import { voiceWords } from './voice.words.ts';

export interface VoiceFormProps {
  form: FormState;
  action: string;
  seats: readonly SeatShown[];
  sites: readonly SiteChoice[];
  organization: { id: string; name: string };
  /** Where the browser keeps what is typed until it is sent. */
  draft: string;
}

export function VoiceForm({ form, action, seats, sites, organization, draft }: VoiceFormProps) {
  const t = useWords(voiceWords);
  const usual = usualAnswerer(seats, organization.id);
  return (
    <>
      <FormSummary form={form} />
      <Form action={action}>
        <RadioGroup
          {...field(form, 'sort', 'concern')}
          label={t('form.sort')}
          choices={voiceSorts.map((value) => ({
            value,
            label: t(`sort.${value}`),
            hint: t(`sort.${value}.hint`),
          }))}
        />
        <TextArea
          {...field(form, 'body')}
          label={t('form.body')}
          hint={t('form.body.hint')}
          rows={7}
          maxlength={longestVoice}
          draft={draft}
        />
        <SelectField
          {...field(form, 'siteId')}
          label={t('form.site')}
          prompt={t('form.site.any')}
          choices={sites.map(({ id, name }) => ({ value: id, label: name }))}
          required={false}
        />
        <RadioGroup
          {...field(form, 'named', 'yes')}
          label={t('form.named')}
          choices={[
            { value: 'yes', label: t('form.named.yes') },
            { value: 'no', label: t('form.named.no'), hint: t('form.named.no.hint') },
          ]}
        />
        <RadioGroup
          {...field(form, 'visibility', 'partnership')}
          label={t('form.visibility')}
          choices={voiceVisibilities.map((value) => ({
            value,
            label: t(`visibility.${value}`, { organization: organization.name }),
            hint: t(`visibility.${value}.hint`),
          }))}
        />
        <Fieldset name="answer" label={t('form.answer')} hint={t('form.answer.hint')}>
          <SelectField
            {...field(form, 'answerSeat', usual?.id)}
            label={t('form.answerSeat')}
            choices={answererChoices(seats)}
          />
          <TextField
            {...field(form, 'answerDays', String(usualAnswerDays))}
            label={t('form.answerDays')}
            hint={t('form.answerDays.hint')}
            type="number"
            min={1}
            max={mostAnswerDays}
          />
        </Fieldset>
        <Button>{t('form.submit')}</Button>
      </Form>
    </>
  );
}

import { IndicatorFields } from '../../measure/indicator/index.ts';
import type { SeatShown } from '../../partnership/seat/index.ts';
import { type FormState, field } from '../../ui/form-state.ts';
import { FormSummary } from '../../ui/form-summary.view.tsx';
import {
  Button,
  CheckboxGroup,
  DateField,
  Form,
  RadioGroup,
  Section,
  SelectField,
  TextArea,
  TextField,
  useWords,
} from '../../ui/index.ts';
import { answererChoices, type VoiceRow, voiceWords } from '../voice/index.ts';
import { goalVisibilities } from './goal.ts';
import { goalWords } from './goal.words.ts';

export interface GoalFormProps {
  form: FormState;
  action: string;
  voices: readonly VoiceRow[];
  /** Chosen from the start: the voice whose page led here. */
  chosen: readonly string[];
  seats: readonly SeatShown[];
  ownSeat: string;
  today: string;
  byWhen: string;
}

export function GoalForm(props: GoalFormProps) {
  const { form } = props;
  const t = useWords(goalWords);
  const voice = useWords(voiceWords);
  return (
    <>
      <FormSummary form={form} />
      <Form action={props.action}>
        <Section title={t('form.part.voices')}>
          {props.voices.length === 0 ? (
            <p>{t('form.voices.none')}</p>
          ) : (
            <CheckboxGroup
              name="voice"
              error={form.problem('voice')}
              values={form.values('voice', props.chosen)}
              label={t('form.voices')}
              hint={t('form.voices.hint')}
              choices={props.voices.map(({ id, title, sort, siteName }) => ({
                value: id,
                label: title,
                hint: [voice(`sort.${sort}`), siteName].filter(Boolean).join(' · '),
              }))}
            />
          )}
        </Section>
        <Section title={t('form.part.goal')}>
          <TextField
            {...field(form, 'title')}
            label={t('form.title')}
            hint={t('form.title.hint')}
            maxlength={200}
          />
          <TextField
            {...field(form, 'howMuch')}
            label={t('form.howMuch')}
            hint={t('form.howMuch.hint')}
            maxlength={300}
          />
          <TextField
            {...field(form, 'forWhom')}
            label={t('form.forWhom')}
            hint={t('form.forWhom.hint')}
            maxlength={300}
          />
          <DateField {...field(form, 'byWhen', props.byWhen)} label={t('form.byWhen')} />
          <TextArea
            {...field(form, 'why')}
            label={t('form.why')}
            hint={t('form.why.hint')}
            rows={5}
            maxlength={4000}
            required={false}
            draft={`goal:${props.ownSeat}`}
          />
        </Section>
        <Section title={t('form.part.indicator')}>
          <IndicatorFields form={form} today={props.today} />
          <SelectField
            {...field(form, 'keeperSeat', props.ownSeat)}
            label={t('form.keeper')}
            hint={t('form.keeper.hint')}
            choices={answererChoices(props.seats)}
          />
        </Section>
        <RadioGroup
          {...field(form, 'visibility', 'partnership')}
          label={t('form.visibility')}
          choices={goalVisibilities.map((value) => ({
            value,
            label: t(`visibility.${value}`),
            hint: t(`visibility.${value}.hint`),
          }))}
        />
        <Button>{t('form.submit')}</Button>
      </Form>
    </>
  );
}

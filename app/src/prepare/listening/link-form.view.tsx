import type { SeatShown } from '../../partnership/seat/index.ts';
import { type FormState, field } from '../../ui/form-state.ts';
import { FormSummary } from '../../ui/form-summary.view.tsx';
import {
  Button,
  CheckboxGroup,
  DateField,
  Disclosure,
  Form,
  RadioGroup,
  SelectField,
  TextArea,
  TextField,
  useWords,
} from '../../ui/index.ts';
import {
  answererChoices,
  mostAnswerDays,
  usualAnswerDays,
  voiceSides,
  voiceSorts,
  voiceWords,
} from '../voice/index.ts';
import { deviceRules, guestVisibilities, mostVoicesOfLink } from './listening.ts';
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
  const voice = useWords(voiceWords);
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
        <Disclosure summary={t('form.more')} open={form.problems.length > 0}>
          <div class="form">
            <CheckboxGroup
              name="sides"
              values={form.values('sides')}
              error={form.problem('sides')}
              label={t('form.sides')}
              hint={t('form.sides.hint')}
              choices={voiceSides.map((value) => ({ value, label: t(`side.${value}`) }))}
              required={false}
            />
            <CheckboxGroup
              name="sorts"
              values={form.values('sorts')}
              error={form.problem('sorts')}
              label={t('form.sorts')}
              hint={t('form.sorts.hint')}
              choices={voiceSorts.map((value) => ({ value, label: voice(`sort.${value}`) }))}
              required={false}
            />
            <RadioGroup
              {...field(form, 'device', 'several')}
              label={t('form.device')}
              choices={deviceRules.map((value) => ({
                value,
                label: t(`form.device.${value}`),
                hint: t(`form.device.${value}.hint`),
              }))}
            />
            <RadioGroup
              {...field(form, 'voicesVisibleTo', 'partnership')}
              label={t('form.visible')}
              hint={t('form.visible.hint')}
              choices={guestVisibilities.map((value) => ({
                value,
                label: t(`form.visible.${value}`),
              }))}
            />
            <TextField
              {...field(form, 'mostVoices')}
              label={t('form.most')}
              hint={t('form.most.hint')}
              type="number"
              min={1}
              max={mostVoicesOfLink}
              required={false}
            />
          </div>
        </Disclosure>
        <Button>{t('form.submit')}</Button>
      </Form>
    </>
  );
}

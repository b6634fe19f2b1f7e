import type { SeatShown } from '../../partnership/seat/index.ts';
import { type FormState, field } from '../../ui/form-state.ts';
import { Button, Disclosure, Form, SelectField, TextField, useWords } from '../../ui/index.ts';
import { mostAnswerDays, usualAnswerDays } from './answer-by.ts';
import { answererChoices, usualAnswerer } from './answerer-choices.ts';
import type { Voice } from './voice.ts';
import { voiceWords } from './voice.words.ts';

export interface OpenFormProps {
  slug: string;
  voice: Voice;
  form: FormState;
  seats: readonly SeatShown[];
}

/** From an organization's own space to the whole table. */
export function OpenForm({ slug, voice, form, seats }: OpenFormProps) {
  const t = useWords(voiceWords);
  const usual = usualAnswerer(seats, voice.answerOrganization ?? '');
  return (
    <Disclosure summary={t('open.title')} open={form.problem('answerSeat') !== undefined}>
      <p>{t('open.what')}</p>
      <Form action={`/p/${slug}/voices/${voice.id}/open`}>
        <SelectField
          {...field(form, 'answerSeat', usual?.id)}
          label={t('form.answer')}
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
        <Button kind="quiet">{t('open.submit')}</Button>
      </Form>
    </Disclosure>
  );
}

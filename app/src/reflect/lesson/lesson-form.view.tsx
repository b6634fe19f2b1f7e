import { type SeatShown, seatName } from '../../partnership/seat/index.ts';
import { type FormState, field } from '../../ui/form-state.ts';
import { FormSummary } from '../../ui/form-summary.view.tsx';
import { Button, Form, RadioGroup, SelectField, TextArea, TextField } from '../../ui/index.ts';
import { useWords } from '../../ui/words.ts';
import { lessonParts } from './lesson.ts';
import { lessonWords } from './lesson.words.ts';

export interface LessonFormProps {
  form: FormState;
  action: string;
  reviewId: string;
  seats: readonly SeatShown[];
  draft: string;
}

export function LessonForm({ form, action, reviewId, seats, draft }: LessonFormProps) {
  const t = useWords(lessonWords);
  return (
    <>
      <FormSummary form={form} />
      <Form action={action} hidden={{ review: reviewId }}>
        <TextField
          {...field(form, 'title')}
          label={t('field.title')}
          hint={t('field.title.hint')}
        />
        {lessonParts.map((part) => (
          <TextArea
            key={part}
            {...field(form, part)}
            label={t(`field.${part}`)}
            required={part === 'change' ? undefined : false}
            draft={`${draft} ${part}`}
          />
        ))}
        <SelectField
          {...field(form, 'contactSeat')}
          label={t('field.contact')}
          prompt={t('field.contact.none')}
          choices={seats
            .filter((seat) => seat.holder)
            .map((seat) => ({ value: seat.id, label: seatName(seat) }))}
        />
        <RadioGroup
          {...field(form, 'visibleTo', 'partnership')}
          label={t('visible')}
          choices={(['partnership', 'public'] as const).map((value) => ({
            value,
            label: t(`visible.${value}`),
          }))}
        />
        <Button>{t('write')}</Button>
      </Form>
    </>
  );
}

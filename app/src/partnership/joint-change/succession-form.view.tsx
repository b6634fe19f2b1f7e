import { type FormState, field } from '../../ui/form-state.ts';
import { FormSummary } from '../../ui/form-summary.view.tsx';
import { Button, Form, Section, SelectField, TextArea } from '../../ui/index.ts';
import { useWords } from '../../ui/words.ts';
import { type SeatShown, seatName } from '../seat/index.ts';
import { jointChangeWords } from './joint-change.words.ts';
import { Needs } from './needs.view.tsx';

export interface SuccessionFormProps {
  form: FormState;
  action: string;
  /** The seats of one's own organization that somebody holds; empty where nobody is left to choose. */
  seats: readonly SeatShown[];
  needs: readonly string[];
}

export function SuccessionForm({ form, action, seats, needs }: SuccessionFormProps) {
  const t = useWords(jointChangeWords);
  return (
    <>
      <FormSummary form={form} />
      <Form action={action}>
        {seats.length > 0 && (
          <SelectField
            {...field(form, 'seatId')}
            label={t('lead.seat')}
            prompt={t('lead.seat.prompt')}
            choices={seats.map((seat) => ({ value: seat.id, label: seatName(seat) }))}
          />
        )}
        <TextArea
          {...field(form, 'reason')}
          label={t('propose.reason')}
          hint={t('propose.reason.hint')}
          maxlength={2000}
          required
        />
        <Section title={t('needs')}>
          <Needs needs={needs} missing={null} organizations={new Map()} />
        </Section>
        <Button>{t('propose')}</Button>
      </Form>
    </>
  );
}

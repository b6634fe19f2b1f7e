import { stancesOf } from '@concord/analysis';
import { type FormState, field } from '../../ui/form-state.ts';
import { Button, Form, Notice, RadioGroup, Section, TextArea } from '../../ui/index.ts';
import { useDates, useWords } from '../../ui/words.ts';
import { type Decision, isConcern, type StanceShown } from './decision.ts';
import { decisionWords } from './decision.words.ts';
import { stanceKey } from './stance-words.ts';

export interface StanceFormProps {
  form: FormState;
  action: string;
  decision: Decision;
  /** What this person gave before in this round. */
  mine: StanceShown | undefined;
  /** The seat has spoken, whoever acted for it. */
  spoken: boolean;
  draft: string;
}

/** Where one gives one's stance, in private. */
export function StanceForm({ form, action, decision, mine, spoken, draft }: StanceFormProps) {
  const t = useWords(decisionWords);
  const dates = useDates();
  const { scale } = decision;
  const labels: readonly string[] = stancesOf[scale];
  const ordered = scale === 'fist-to-five' ? labels.toReversed() : labels;
  return (
    <Section title={t('stance.title')} id="stance">
      {mine && <p>{t('stance.given', { when: dates.moment(decision.closesAt) })}</p>}
      {!mine && spoken && <Notice>{t('stance.by-other')}</Notice>}
      <Form action={action} label={t('stance.title')}>
        <RadioGroup
          {...field(form, 'value', mine?.value)}
          label={t('stance.field')}
          hint={t('stance.field.hint')}
          choices={ordered.map((value) => ({
            value,
            label: t(stanceKey(scale, value)),
            hint: isConcern(decision, value) ? t('stance.below') : undefined,
          }))}
        />
        <TextArea
          {...field(form, 'reason', mine?.reason)}
          label={t('stance.reason')}
          hint={t('stance.reason.hint')}
          required={false}
          rows={3}
          draft={`${draft} reason`}
        />
        <TextArea
          {...field(form, 'wouldResolve', mine?.wouldResolve)}
          label={t('stance.resolve')}
          hint={t('stance.resolve.hint')}
          required={false}
          rows={3}
          draft={`${draft} resolve`}
        />
        <Button>{t(mine ? 'stance.change' : 'stance.give')}</Button>
      </Form>
    </Section>
  );
}

import { type FormState, field } from '../../ui/form-state.ts';
import { Button, Disclosure, Form, Prose, Section, TextArea } from '../../ui/index.ts';
import { useDates, useWords } from '../../ui/words.ts';
import type { DecisionWhole } from './decision.ts';
import { decisionWords } from './decision.words.ts';
import { Speaker } from './said.view.tsx';
import type { SeatsKnown } from './speakers.ts';

export interface AfterwardsProps {
  form: FormState;
  base: string;
  whole: DecisionWhole;
  seats: SeatsKnown;
  may: { dissent: boolean; review: boolean };
  draft: string;
}

/** Beside a closed decision: differing views, and whether it worked. */
export function Afterwards(props: AfterwardsProps) {
  return (
    <>
      <Dissents {...props} />
      <Review {...props} />
    </>
  );
}

function Dissents({ form, base, whole, seats, may, draft }: AfterwardsProps) {
  const t = useWords(decisionWords);
  if (whole.dissents.length === 0 && !may.dissent) return null;
  return (
    <Section title={t('dissent.title')} id="dissent">
      <ul class="said">
        {whole.dissents.map(({ seatId, body }) => (
          <li key={seatId}>
            <Speaker seatId={seatId} electors={whole.electors} seats={seats} />
            <Prose text={body} quote />
          </li>
        ))}
      </ul>
      {may.dissent && (
        <div class="no-print">
          <Disclosure summary={t('dissent.record')} open={form.problem('dissent') !== undefined}>
            <p>{t('dissent.text')}</p>
            <Form action={`${base}/dissent`} label={t('dissent.record')}>
              <TextArea
                {...field(form, 'dissent')}
                label={t('dissent.field')}
                hint={t('dissent.field.hint')}
                draft={`${draft} dissent`}
              />
              <Button kind="quiet">{t('dissent.record')}</Button>
            </Form>
          </Disclosure>
        </div>
      )}
    </Section>
  );
}

function Review({ form, base, whole: { decision }, may, draft }: AfterwardsProps) {
  const t = useWords(decisionWords);
  const dates = useDates();
  return (
    <Section title={t('review.title')} id="review">
      {decision.reviewedAt ? (
        <Prose text={decision.reviewNote} />
      ) : (
        <p>{t('review.due', { when: dates.day(decision.reviewOn) })}</p>
      )}
      {may.review && (
        <Form action={`${base}/review`} label={t('review.title')}>
          <TextArea
            {...field(form, 'reviewNote')}
            label={t('review.field')}
            hint={t('review.field.hint')}
            draft={`${draft} review`}
          />
          <Button kind="quiet">{t('review')}</Button>
        </Form>
      )}
    </Section>
  );
}

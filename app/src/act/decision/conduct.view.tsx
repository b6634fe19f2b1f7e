import { type FormState, field } from '../../ui/form-state.ts';
import { Button, DateField, Disclosure, Form, Section, TextArea } from '../../ui/index.ts';
import { useWords } from '../../ui/words.ts';
import type { DecisionWhole } from './decision.ts';
import { decisionWords } from './decision.words.ts';
import { judge } from './judge.ts';
import { Reasons } from './outcome.view.tsx';

export interface ConductProps {
  form: FormState;
  /** The path of the decision. */
  base: string;
  whole: DecisionWhole;
  /** Suggested deadline of another round, on the clocks of the partnership. */
  closesAt: string;
  draft: string;
}

/** What the co-chairs may do with revealed stances: close, or ask again. */
export function Conduct({ form, base, whole, closesAt, draft }: ConductProps) {
  const t = useWords(decisionWords);
  const { decision, rules } = whole;
  const result = judge(whole);
  const byLine = decision.line !== null && rules.every(({ gate }) => gate === 'consent');
  const typedRound = form.problem('closesAt') ?? form.problem('proposal');
  return (
    <Section title={t('conduct.title')}>
      <p>{t(result?.passed ? 'close.passes' : 'close.fails')}</p>
      <Reasons reasons={result?.reasons ?? []} byLine={byLine} />
      <Form action={`${base}/close`} label={t('close.title')}>
        <TextArea
          {...field(form, 'outcomeNote')}
          label={t('close.note')}
          required={false}
          rows={3}
          draft={`${draft} note`}
        />
        <Button>{t('close')}</Button>
      </Form>
      <Disclosure summary={t('round.open')} open={typedRound !== undefined}>
        <p>{t('round.text')}</p>
        <Form action={`${base}/round`} label={t('round.open')}>
          <TextArea
            {...field(form, 'proposal', decision.proposal)}
            label={t('round.proposal')}
            rows={6}
          />
          <DateField
            {...field(form, 'closesAt', closesAt)}
            label={t('field.closesAt')}
            hint={t('field.closesAt.hint')}
            withTime
          />
          <Button kind="quiet">{t('round.go', { round: decision.round + 1 })}</Button>
        </Form>
      </Disclosure>
    </Section>
  );
}

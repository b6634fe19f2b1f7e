import { type FormState, field } from '../../ui/form-state.ts';
import { FormSummary } from '../../ui/form-summary.view.tsx';
import {
  Button,
  DateField,
  DefinitionList,
  Form,
  RadioGroup,
  Section,
  TextArea,
  TextField,
} from '../../ui/index.ts';
import { useDates, useWords } from '../../ui/words.ts';
import { type GoalUnderReview, nextSteps, reviewResults } from './review.ts';
import { reviewWords } from './review.words.ts';

export interface ReviewFormProps {
  form: FormState;
  action: string;
  goal: GoalUnderReview;
  today: string;
  draft: string;
}

export function ReviewForm({ form, action, goal, today, draft }: ReviewFormProps) {
  const t = useWords(reviewWords);
  const area = (name: 'contentNote' | 'processNote' | 'successes' | 'challenges') => (
    <TextArea
      {...field(form, name)}
      label={t(`field.${name}`)}
      required={false}
      draft={`${draft} ${name}`}
    />
  );
  return (
    <>
      <FormSummary form={form} />
      <GoalFacts goal={goal} />
      <Form action={action} hidden={{ goal: goal.id }}>
        <TextField
          {...field(form, 'title', t('title.example', { goal: goal.title }).slice(0, 200))}
          label={t('field.title')}
        />
        <Section title={t('part.content')}>
          <RadioGroup
            {...field(form, 'result')}
            label={t('field.result')}
            choices={reviewResults.map((value) => ({ value, label: t(`result.${value}`) }))}
          />
          <TextField
            {...field(form, 'measured')}
            label={t('field.measured')}
            required={false}
            width="short"
          />
          {area('contentNote')}
        </Section>
        <Section title={t('part.process')}>
          <RadioGroup
            {...field(form, 'processScore')}
            label={t('field.processScore')}
            hint={t('field.processScore.hint')}
            choices={(['1', '2', '3', '4', '5'] as const).map((value) => ({
              value,
              label: t(`score.${value}`),
            }))}
          />
          {area('processNote')}
        </Section>
        {area('successes')}
        {area('challenges')}
        <RadioGroup
          {...field(form, 'nextStep')}
          label={t('field.nextStep')}
          choices={nextSteps.map((value) => ({ value, label: t(`next.${value}`) }))}
        />
        <DateField {...field(form, 'heldOn', today)} label={t('field.heldOn')} />
        <Button>{t('write')}</Button>
      </Form>
    </>
  );
}

/** What the goal set out to do, with its last measured value. */
export function GoalFacts({ goal }: { goal: GoalUnderReview }) {
  const t = useWords(reviewWords);
  const dates = useDates();
  const { indicator } = goal;
  const withUnit = (value: string) => [value, indicator?.unit].filter(Boolean).join(' ');
  const facts = [
    goal.howMuch && { term: t('goal.how-much'), value: goal.howMuch },
    goal.forWhom && { term: t('goal.for-whom'), value: goal.forWhom },
    { term: t('goal.by-when'), value: dates.day(goal.byWhen) },
    indicator?.baseline && { term: t('goal.baseline'), value: withUnit(indicator.baseline) },
    indicator?.target && { term: t('goal.target'), value: withUnit(indicator.target) },
    indicator?.last &&
      indicator.lastOn && {
        term: t('goal.last'),
        value: t('goal.last.value', {
          value: withUnit(indicator.last),
          date: dates.day(indicator.lastOn),
        }),
      },
  ];
  return (
    <Section title={t('goal')}>
      <p class="title-record">{goal.title}</p>
      <DefinitionList items={facts.filter((fact) => typeof fact === 'object' && fact !== null)} />
    </Section>
  );
}

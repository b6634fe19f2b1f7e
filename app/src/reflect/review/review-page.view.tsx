import { DefinitionList, Prose, Section } from '../../ui/index.ts';
import { useDates, useWords } from '../../ui/words.ts';
import type { GoalUnderReview, ReviewShown } from './review.ts';
import { reviewWords } from './review.words.ts';
import { GoalFacts } from './review-form.view.tsx';

export function ReviewPage({ review, goal }: { review: ReviewShown; goal: GoalUnderReview }) {
  const t = useWords(reviewWords);
  const dates = useDates();
  const part = (label: string, text: string) =>
    text && (
      <Section title={label}>
        <Prose text={text} />
      </Section>
    );
  return (
    <>
      <DefinitionList
        items={[
          { term: t('field.result'), value: t(`result.${review.result}`) },
          {
            term: t('field.processScore'),
            value: t('process.of', { score: review.processScore ?? 0 }),
          },
          { term: t('field.nextStep'), value: t(`next.${review.nextStep}`) },
          { term: t('field.heldOn'), value: dates.day(review.heldOn) },
        ]}
      />
      <GoalFacts goal={goal} />
      {part(t('part.content'), review.contentNote)}
      {part(t('part.process'), review.processNote)}
      {part(t('field.successes'), review.successes)}
      {part(t('field.challenges'), review.challenges)}
    </>
  );
}

import type { ComponentChildren } from 'preact';
import { IndicatorChart, IndicatorFacts } from '../../measure/indicator/index.ts';
import { type SeatShown, seatName } from '../../partnership/seat/index.ts';
import {
  Button,
  DateText,
  DefinitionList,
  Disclosure,
  Form,
  Notice,
  Prose,
  Section,
  useWords,
} from '../../ui/index.ts';
import { type Goal, isOpen } from './goal.ts';
import { goalWords } from './goal.words.ts';
import { GoalEndorsements } from './goal-endorsements.view.tsx';

export interface GoalPageProps {
  slug: string;
  goal: Goal;
  /** All seats of the partnership; none for visitors. */
  seats: readonly SeatShown[];
  mayEndorse: boolean;
  /** The organization in whose name the reader would endorse. */
  ownOrganization: string | null;
  /** The forms for entering values, for whoever keeps the numbers. */
  valueForms?: ComponentChildren;
  /** A value was entered just now, and the next may follow. */
  entering: boolean;
}

/** What we want to reach, how we will know, and who stands behind it. */
export function GoalPage(props: GoalPageProps) {
  const t = useWords(goalWords);
  const { goal, seats, slug } = props;
  const keeper = seats.find(({ id }) => id === goal.keeperSeat);
  return (
    <>
      {props.mayEndorse && (
        <Notice kind="needs">
          <p>{t('endorse.ask', { organization: props.ownOrganization ?? '' })}</p>
          <Form action={`/p/${slug}/goals/${goal.id}/endorse`}>
            <Button>{t('endorse.submit', { organization: props.ownOrganization ?? '' })}</Button>
          </Form>
        </Notice>
      )}
      <DefinitionList
        items={[
          { term: t('page.howMuch'), value: goal.howMuch },
          { term: t('page.forWhom'), value: goal.forWhom },
          { term: t('page.byWhen'), value: <DateText date={goal.byWhen} as="dayIn" /> },
          ...(keeper ? [{ term: t('page.keeper'), value: seatName(keeper) }] : []),
        ]}
      />
      {goal.why && (
        <Section title={t('page.why')}>
          <Prose text={goal.why} />
        </Section>
      )}
      {goal.indicator && (
        <Section
          title={t('page.numbers')}
          id="numbers"
          aside={<a href={`/p/${slug}/indicators/${goal.indicator.id}`}>{t('page.numbers.all')}</a>}
        >
          <h3>{goal.indicator.name}</h3>
          <IndicatorChart indicator={goal.indicator} />
          <IndicatorFacts indicator={goal.indicator} keeper={null} />
          {isOpen(goal) && props.valueForms && (
            <Disclosure summary={t('page.numbers.enter')} open={props.entering}>
              {props.valueForms}
            </Disclosure>
          )}
        </Section>
      )}
      {seats.length > 0 && (
        <Section title={t('page.endorsed')}>
          <GoalEndorsements goal={goal} seats={seats} />
        </Section>
      )}
    </>
  );
}

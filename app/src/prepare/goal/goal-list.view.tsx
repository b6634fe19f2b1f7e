import { sayStanding } from '../../measure/indicator/index.ts';
import { RecordState } from '../../partnership/record/index.ts';
import {
  DateText,
  RecordList,
  RecordRow,
  Section,
  useDates,
  useLocale,
  useWords,
} from '../../ui/index.ts';
import type { GoalCard } from './goal.ts';
import { goalWords } from './goal.words.ts';

const groups = {
  adopted: ['adopted'],
  proposed: ['proposed'],
  closed: ['reached', 'partly', 'not-reached', 'carried-over'],
} as const;

/** Goals in three groups: shared, proposed, and those whose time is over. */
export function GoalList({ slug, goals }: { slug: string; goals: readonly GoalCard[] }) {
  const t = useWords(goalWords);
  return (
    <>
      {(['adopted', 'proposed', 'closed'] as const).map((group) => {
        const members = goals.filter((goal) =>
          (groups[group] as readonly string[]).includes(goal.state),
        );
        return (
          members.length > 0 && (
            <Section key={group} title={t(`group.${group}`)}>
              <GoalRows slug={slug} goals={members} label={t(`group.${group}`)} />
            </Section>
          )
        );
      })}
    </>
  );
}

/** Goals as cards with their indicator in one sentence: last value against target. */
export function GoalRows({
  slug,
  goals,
  label,
}: {
  slug: string;
  goals: readonly GoalCard[];
  label: string;
}) {
  const t = useWords(goalWords);
  const { locale } = useLocale();
  const dates = useDates();
  return (
    <RecordList label={label}>
      {goals.map((goal) => (
        <RecordRow
          key={goal.id}
          href={`/p/${slug}/goals/${goal.id}`}
          title={goal.title}
          record
          state={<RecordState head={{ kind: 'goal', state: goal.state }} />}
          who={t('list.endorsed', { count: goal.endorsements })}
          when={
            <>
              {t('list.by')} <DateText date={goal.byWhen} />
            </>
          }
        >
          <p>{t('list.what', { howMuch: goal.howMuch, forWhom: goal.forWhom })}</p>
          {goal.indicator && (
            <p>
              {goal.indicator.name}: {sayStanding(locale, dates, goal.indicator)}
            </p>
          )}
        </RecordRow>
      ))}
    </RecordList>
  );
}

import { speakersAtTable } from '../act/decision/index.ts';
import type { OpenDecision } from '../act/decision/server.ts';
import type { Meeting } from '../act/meeting/index.ts';
import { type Cycle, CycleSteps } from '../partnership/cycle/index.ts';
import { RecordState } from '../partnership/record/index.ts';
import { type SeatShown, tableSeats } from '../partnership/seat/index.ts';
import { type GoalCard, GoalRows } from '../prepare/goal/index.ts';
import { type VoiceRow, VoiceRows } from '../prepare/voice/index.ts';
import {
  Columns,
  LinkButton,
  type Need,
  NeedsYou,
  RecordList,
  RecordRow,
  RoundTable,
  Section,
  SideSection,
  useDates,
  useLocale,
  useWords,
} from '../ui/index.ts';
import { tableWords } from './table.words.ts';

export interface TableProps {
  slug: string;
  today: string;
  needs: readonly Need[];
  cycle: Cycle | null;
  meeting: Meeting | null;
  decisions: readonly OpenDecision[];
  goals: readonly GoalCard[];
  voices: readonly VoiceRow[];
  seats: ReadonlyMap<string, SeatShown>;
  /** A partnership that has just begun is shown its first steps. */
  beginning: boolean;
}

/** The home of a partnership: what needs you, where we are, what is under way. */
export function TablePage(props: TableProps) {
  const { slug, needs, cycle, meeting, goals, voices } = props;
  const t = useWords(tableWords);
  const dates = useDates();
  const { locale } = useLocale();
  const base = `/p/${slug}`;
  return (
    <>
      <NeedsYou needs={needs} empty={t('needs.none')} />
      {cycle && (
        <Section title={t('cycle')} aside={<a href={`${base}/cycle`}>{t('cycle.open')}</a>}>
          <CycleSteps cycle={cycle} today={props.today} />
        </Section>
      )}
      {props.beginning && <FirstSteps base={base} />}
      <Section title={t('meeting')}>
        {meeting ? (
          <RecordList>
            <RecordRow
              title={meeting.title}
              href={`${base}/meetings/${meeting.id}`}
              when={`${dates.dayIn(meeting.startsAt)}, ${dates.time(meeting.startsAt)}`}
              who={meeting.place}
            />
          </RecordList>
        ) : (
          <p>{t('meeting.none')}</p>
        )}
      </Section>
      <Section title={t('decisions')}>
        {props.decisions.length > 0 ? (
          <RecordList label={t('decisions')}>
            {props.decisions.map(({ decision, electors, spoken }) => (
              <RecordRow
                key={decision.id}
                title={decision.title}
                record
                href={`${base}/decisions/${decision.id}`}
                state={<RecordState head={decision} />}
                who={t('decisions.spoken', { spoken, all: electors.length })}
                when={dates.dayIn(decision.closesAt)}
                figure={
                  <RoundTable
                    size="small"
                    title={t('decisions.spoken', { spoken, all: electors.length })}
                    seats={speakersAtTable(locale, electors, props.seats, (elector) => ({
                      spoken: elector.spokenRound >= decision.round,
                    }))}
                  />
                }
              />
            ))}
          </RecordList>
        ) : (
          <p>{t('decisions.none')}</p>
        )}
      </Section>
      <Section title={t('goals')} aside={<a href={`${base}/goals`}>{t('goals.all')}</a>}>
        {goals.length > 0 ? (
          <GoalRows slug={slug} goals={goals} label={t('goals')} />
        ) : (
          <p>{t('goals.none')}</p>
        )}
      </Section>
      <Section title={t('voices')} aside={<a href={`${base}/voices/new`}>{t('voices.raise')}</a>}>
        {voices.length > 0 ? (
          <VoiceRows slug={slug} voices={voices} seats={props.seats} label={t('voices')} />
        ) : (
          <p>{t('voices.none')}</p>
        )}
      </Section>
    </>
  );
}

function FirstSteps({ base }: { base: string }) {
  const t = useWords(tableWords);
  const step = (name: 'people' | 'compact' | 'listen', href: string) => ({
    title: t(`begin.${name}`),
    text: (
      <>
        <p>{t(`begin.${name}.text`)}</p>
        <LinkButton kind="quiet" href={href}>
          {t(`begin.${name}`)}
        </LinkButton>
      </>
    ),
  });
  return (
    <Section title={t('begin.title')}>
      <Columns
        ordered
        items={[
          step('people', `${base}/partners`),
          step('compact', `${base}/compact`),
          step('listen', `${base}/listening`),
        ]}
      />
    </Section>
  );
}

/** Beside it: everybody who speaks for an organization, around the table. */
export function TableSide({ slug, seats }: { slug: string; seats: readonly SeatShown[] }) {
  const t = useWords(tableWords);
  const { locale } = useLocale();
  return (
    <SideSection title={t('table')}>
      <RoundTable
        size="large"
        title={t('table')}
        list="hidden"
        counts={false}
        seats={tableSeats(
          locale,
          seats.filter((seat) => seat.lead),
        )}
      />
      <p>
        <a href={`/p/${slug}/partners`}>{t('table.see')}</a>
      </p>
    </SideSection>
  );
}

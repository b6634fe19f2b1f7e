import { RecordState } from '../../partnership/record/index.ts';
import { DateText, RecordList, RecordRow, RoundTable, Section, StateWord } from '../../ui/index.ts';
import { useLocale, useWords } from '../../ui/words.ts';
import { type Decision, hasSpoken, type OpenDecision } from './decision.ts';
import { decisionWords } from './decision.words.ts';
import { type SeatsKnown, speakersAtTable } from './speakers.ts';

export interface DecisionListProps {
  base: string;
  open: readonly OpenDecision[];
  drafts: readonly Decision[];
  decided: readonly Decision[];
  seats: SeatsKnown;
  teams: ReadonlyMap<string, string>;
}

/** Open decisions with who has spoken, then those being prepared, then those decided. */
export function DecisionList({ base, open, drafts, decided, seats, teams }: DecisionListProps) {
  const t = useWords(decisionWords);
  const { locale } = useLocale();
  return (
    <>
      {open.length > 0 && (
        <Section title={t('list.open')}>
          <RecordList label={t('list.open')}>
            {open.map(({ decision, electors, spoken, stanceMissing }) => (
              <RecordRow
                key={decision.id}
                record
                title={decision.title}
                href={`${base}/${decision.id}${stanceMissing ? '#stance' : ''}`}
                state={
                  stanceMissing ? (
                    <StateWord tone="needs">{t('stance.needs')}</StateWord>
                  ) : (
                    <RecordState head={decision} />
                  )
                }
                who={teams.get(decision.teamId)}
                when={
                  decision.state === 'open' && (
                    <>
                      {t('closes')} <DateText date={decision.closesAt} as="dayIn" />
                    </>
                  )
                }
                figure={
                  <RoundTable
                    size="small"
                    title={t('spoken.title')}
                    centre={t('spoken.of', { spoken, all: electors.length })}
                    seats={speakersAtTable(locale, electors, seats, (elector) => ({
                      spoken: hasSpoken(elector, decision.round),
                    }))}
                  />
                }
              >
                <p>{t('spoken.sentence', { spoken, all: electors.length })}</p>
              </RecordRow>
            ))}
          </RecordList>
        </Section>
      )}
      {drafts.length > 0 && (
        <Section title={t('list.draft')}>
          <Rows base={base} decisions={drafts} teams={teams} />
        </Section>
      )}
      {decided.length > 0 && (
        <Section title={t('list.decided')}>
          <Rows base={base} decisions={decided} teams={teams} />
        </Section>
      )}
    </>
  );
}

function Rows({
  base,
  decisions,
  teams,
}: Pick<DecisionListProps, 'base' | 'teams'> & { decisions: readonly Decision[] }) {
  return (
    <RecordList>
      {decisions.map((decision) => (
        <RecordRow
          key={decision.id}
          record
          title={decision.title}
          href={`${base}/${decision.id}`}
          state={<RecordState head={decision} />}
          who={teams.get(decision.teamId)}
          when={<DateText date={decision.closedAt ?? decision.changedAt} />}
        />
      ))}
    </RecordList>
  );
}

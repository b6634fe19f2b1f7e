import { RecordState } from '../../partnership/record/index.ts';
import { type SeatShown, seatName } from '../../partnership/seat/index.ts';
import { DateText, RecordList, RecordRow, Section, StateWord, useWords } from '../../ui/index.ts';
import type { VoiceRow } from './voice.ts';
import { voiceWords } from './voice.words.ts';
import { VoiceDue } from './voice-due.view.tsx';
import { VoiceFrom } from './voice-from.view.tsx';

export interface VoiceListProps {
  slug: string;
  voices: readonly VoiceRow[];
  seats: ReadonlyMap<string, SeatShown>;
}

/** Voices in three groups: those that wait, those that were answered, those that became part of a goal. */
export function VoiceList(props: VoiceListProps) {
  const t = useWords(voiceWords);
  const groups = {
    waiting: props.voices.filter((voice) => voice.answeredAt === null),
    answered: props.voices.filter((voice) => voice.answeredAt && voice.state !== 'taken-up'),
    'taken-up': props.voices.filter((voice) => voice.answeredAt && voice.state === 'taken-up'),
  };
  return (
    <>
      {(['waiting', 'taken-up', 'answered'] as const).map(
        (group) =>
          groups[group].length > 0 && (
            <Section key={group} title={t(`group.${group}`)}>
              <VoiceRows {...props} voices={groups[group]} label={t(`group.${group}`)} />
            </Section>
          ),
      )}
    </>
  );
}

/** Overdue in words, first of all; under a heading that says "waiting" it need not be said again. */
function VoiceStanding({ voice }: { voice: VoiceRow }) {
  const t = useWords(voiceWords);
  if (voice.overdue) return <StateWord tone="needs">{t('state.overdue')}</StateWord>;
  return <RecordState head={{ kind: 'voice', state: voice.state }} />;
}

export function VoiceRows({ slug, voices, seats, label }: VoiceListProps & { label: string }) {
  const t = useWords(voiceWords);
  return (
    <RecordList label={label}>
      {voices.map((voice) => {
        const asked = seats.get(voice.answerSeat);
        return (
          <RecordRow
            key={voice.id}
            href={`/p/${slug}/voices/${voice.id}`}
            title={voice.title}
            kind={[t(`sort.${voice.sort}`), voice.siteName].filter(Boolean).join(' · ')}
            state={<VoiceStanding voice={voice} />}
            who={
              voice.answeredAt === null && asked ? (
                t('list.asked', { seat: seatName(asked) })
              ) : (
                <VoiceFrom voice={voice} />
              )
            }
            when={
              voice.answeredAt === null ? (
                <VoiceDue voice={voice} />
              ) : (
                <DateText date={voice.createdAt} />
              )
            }
          />
        );
      })}
    </RecordList>
  );
}

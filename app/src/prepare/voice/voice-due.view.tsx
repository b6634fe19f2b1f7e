import { DateText, useWords } from '../../ui/index.ts';
import type { VoiceRow } from './voice.ts';
import { voiceWords } from './voice.words.ts';

/** By when an answer is promised, or that the day has passed. */
export function VoiceDue({ voice }: { voice: Pick<VoiceRow, 'answerBy' | 'overdue'> }) {
  const t = useWords(voiceWords);
  return (
    <>
      {t(voice.overdue ? 'due.passed' : 'due.by')} <DateText date={voice.answerBy} as="dayIn" />
    </>
  );
}

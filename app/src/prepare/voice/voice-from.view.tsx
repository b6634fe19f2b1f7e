import { accessWords, type Constituency, constituencies } from '../../partnership/access/index.ts';
import { useWords } from '../../ui/index.ts';
import type { Voice, VoiceRow } from './voice.ts';
import { voiceWords } from './voice.words.ts';

/** Who said it, as far as they wanted it known: a name, a side of the table, or neither. */
export function VoiceFrom({
  voice,
}: {
  voice: Pick<VoiceRow, 'constituency' | 'yours'> & Partial<Pick<Voice, 'namedPerson'>>;
}) {
  const t = useWords(voiceWords);
  const side = useWords(accessWords);
  const constituency = constituencies.find((one) => one === voice.constituency);
  const from = voice.namedPerson
    ? t('from.named', { name: voice.namedPerson })
    : constituency
      ? t('from.side', { side: side(`constituency.${constituency satisfies Constituency}`) })
      : t('from.unnamed');
  return <>{voice.yours ? `${from} ${t('from.you')}` : from}</>;
}

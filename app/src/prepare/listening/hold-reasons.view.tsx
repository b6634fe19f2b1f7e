import { useWords } from '../../ui/index.ts';
import type { HoldReason } from './holding.ts';
import { listeningWords } from './listening.words.ts';

/** The rules that held a voice, each in a sentence. */
export function HoldReasons({ reasons }: { reasons: readonly HoldReason[] }) {
  const t = useWords(listeningWords);
  return (
    <ul>
      {reasons.map((reason) => (
        <li key={reason}>{t(`held.because.${reason}`)}</li>
      ))}
    </ul>
  );
}

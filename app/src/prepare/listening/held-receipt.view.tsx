import { DateText, Section, useWords } from '../../ui/index.ts';
import { voiceWords } from '../voice/index.ts';
import type { HeldVoice } from './held-voice.ts';
import { HoldReasons } from './hold-reasons.view.tsx';
import { listeningWords } from './listening.words.ts';
import { UnreadWords } from './unread-words.view.tsx';

/** A held voice, for whoever said it: where it is, why, and what can become of it. */
export function HeldReceipt({ held, who }: { held: HeldVoice; who: string }) {
  const t = useWords(listeningWords);
  const words = useWords(voiceWords);
  return (
    <>
      <Section title={words('page.said')}>
        <UnreadWords text={held.body} />
        <p class="record-row-facts">
          <DateText date={held.heldAt} />
        </p>
      </Section>
      <Section title={t(held.state === 'held' ? 'receipt.held' : 'receipt.aside')}>
        {held.state === 'held' ? (
          <>
            <p>{t('receipt.held.what', { who })}</p>
            <HoldReasons reasons={held.reasons} />
            <p>{t('receipt.held.then')}</p>
          </>
        ) : (
          <>
            <p>{t('receipt.aside.what')}</p>
            <p>
              <strong>{t(`aside.${held.asideReason ?? 'repeats'}`)}</strong>{' '}
              {held.settledAt && <DateText date={held.settledAt} />}
            </p>
            <p>{t('receipt.aside.next')}</p>
          </>
        )}
      </Section>
    </>
  );
}

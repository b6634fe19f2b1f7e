import type { RecordHead } from '../../partnership/record/index.ts';
import { CopyField, DateText, Prose, QrCode, Section, useWords } from '../../ui/index.ts';
import { type Voice, VoiceCame, VoiceDue, voiceWords } from '../voice/index.ts';
import { listeningWords } from './listening.words.ts';

export interface ReceiptPageProps {
  slug: string;
  voice: Voice;
  answerer: { seatTitle: string; organizationName: string } | null;
  after: readonly RecordHead[];
  url: string;
  /** Just sent: how to come back matters more than the rest. */
  fresh: boolean;
}

/** What a person without an account sees of their own voice, whenever they come back. */
export function ReceiptPage({ slug, voice, answerer, after, url, fresh }: ReceiptPageProps) {
  const t = useWords(listeningWords);
  const words = useWords(voiceWords);
  const who = answerer
    ? t('receipt.who', { seat: answerer.seatTitle, organization: answerer.organizationName })
    : '';
  const keep = (
    <Section title={t('receipt.keep')}>
      <p>{t('receipt.keep.why')}</p>
      <CopyField label={t('receipt.link')} value={url} />
      <QrCode value={url} label={t('receipt.code')} caption={t('receipt.code.caption')} />
    </Section>
  );
  return (
    <>
      {fresh && keep}
      <Section title={words('page.said')}>
        <Prose text={voice.body} quote />
        <p class="record-row-facts">
          <DateText date={voice.createdAt} />
        </p>
      </Section>
      <Section title={words(voice.answer === null ? 'page.answer' : 'page.answered')}>
        {voice.answer === null ? (
          <p>
            {t('receipt.waiting', { who })} <VoiceDue voice={voice} />.
          </p>
        ) : (
          <>
            <Prose text={voice.answer} />
            <p class="record-row-facts">
              <span>{who}</span>
              {voice.answeredAt && <DateText date={voice.answeredAt} />}
            </p>
          </>
        )}
      </Section>
      <Section title={words('page.came')}>
        {after.length === 0 && voice.state === 'taken-up' ? (
          <p>{t('receipt.taken-up')}</p>
        ) : (
          <VoiceCame slug={slug} after={after} />
        )}
      </Section>
      {!fresh && keep}
    </>
  );
}

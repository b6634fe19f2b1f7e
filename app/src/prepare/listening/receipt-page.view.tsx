import type { RecordHead } from '../../partnership/record/index.ts';
import { DateText, Prose, Section, useWords } from '../../ui/index.ts';
import { type Voice, VoiceCame, VoiceDue, voiceWords } from '../voice/index.ts';
import { KeepReceipt } from './keep-receipt.view.tsx';
import { listeningWords } from './listening.words.ts';

export interface ReceiptPageProps {
  /** Set where a lead read it first and passed it on. */
  releasedAt: Date | null;
  slug: string;
  voice: Voice;
  answerer: { seatTitle: string; organizationName: string } | null;
  after: readonly RecordHead[];
  url: string;
  /** Just sent: how to come back matters more than the rest. */
  fresh: boolean;
}

/** What a person without an account sees of their own voice, whenever they come back. */
export function ReceiptPage(props: ReceiptPageProps) {
  const { slug, voice, answerer, after, url, fresh } = props;
  const t = useWords(listeningWords);
  const words = useWords(voiceWords);
  const who = answerer
    ? t('receipt.who', { seat: answerer.seatTitle, organization: answerer.organizationName })
    : '';
  const keep = <KeepReceipt url={url} />;
  return (
    <>
      {fresh && keep}
      <Section title={words('page.said')}>
        <Prose text={voice.body} quote />
        <p class="record-row-facts">
          <DateText date={voice.createdAt} />
          {props.releasedAt && (
            <span>
              {t('receipt.released')} <DateText date={props.releasedAt} />
            </span>
          )}
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

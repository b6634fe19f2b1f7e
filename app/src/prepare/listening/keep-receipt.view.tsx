import { CopyField, QrCode, Section, useWords } from '../../ui/index.ts';
import { listeningWords } from './listening.words.ts';

/** How somebody without an account finds their voice again. */
export function KeepReceipt({ url }: { url: string }) {
  const t = useWords(listeningWords);
  return (
    <Section title={t('receipt.keep')}>
      <p>{t('receipt.keep.why')}</p>
      <CopyField label={t('receipt.link')} value={url} />
      <QrCode value={url} label={t('receipt.code')} caption={t('receipt.code.caption')} />
    </Section>
  );
}

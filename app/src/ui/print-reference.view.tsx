import { QrCode } from './qr-code.view.tsx';
import { uiWords } from './ui.words.ts';
import { useWords } from './words.ts';

export interface PrintReferenceProps {
  /** The full address of this page. */
  url: string;
  /** Who printed it and when, say. */
  note?: string | undefined;
}

/** On paper only: the way back to the page. */
export function PrintReference({ url, note }: PrintReferenceProps) {
  const t = useWords(uiWords);
  return (
    <div class="print-only print-reference">
      <QrCode value={url} label={t('print.code')} quick />
      <p>
        {t('print.back')}
        <br />
        {url}
        {note && (
          <>
            <br />
            {note}
          </>
        )}
      </p>
    </div>
  );
}

import { useDates, useLocale, useWords } from '../../ui/words.ts';
import { caucusWords } from './caucus.words.ts';

/** The paper: filled in by the script, printed alone. The server never sees the key on it. */
export function RecoverySheet({
  organization,
  address,
}: {
  organization: string;
  address: string;
}) {
  const t = useWords(caucusWords);
  const dates = useDates();
  const { now } = useLocale();
  return (
    <section class="section" hidden data-when="sheet">
      <p class="no-print">{t('sheet.lead')}</p>
      <div data-sheet>
        <p class="poster-title">{t('sheet.title', { organization })}</p>
        <p class="key-text" data-recovery-key />
        <div data-recovery-qr data-label={t('sheet.qr')} />
        <p>{t('sheet.what')}</p>
        <p>{t('sheet.how')}</p>
        <p class="poster-url">{t('sheet.made', { date: dates.exact(now), address })}</p>
      </div>
      <div class="button-row">
        <button class="button button-quiet" type="button" data-do="print">
          {t('sheet.print')}
        </button>
        <button class="button button-primary" type="button" data-do="sheet-done">
          {t('sheet.button')}
        </button>
      </div>
    </section>
  );
}

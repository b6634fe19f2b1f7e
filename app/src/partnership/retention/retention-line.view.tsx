import { SideSection, useDates, useLocale, useWords } from '../../ui/index.ts';
import { keptUntil } from './kept-until.ts';
import type { Retention } from './retention.ts';
import { retentionWords } from './retention.words.ts';
import { scheduleOf } from './schedule.ts';

export interface RetentionLineProps {
  /** Null for visitors, who have no page with the whole schedule. */
  slug: string | null;
  lead: boolean;
  retention: Retention;
}

/** Until when a record is kept, and why, in one sentence; a legal hold in a second. */
export function RetentionLine({ slug, retention, lead }: RetentionLineProps) {
  const t = useWords(retentionWords);
  const dates = useDates();
  const { locale } = useLocale();
  const { event, years } = retention;
  const says = scheduleOf(retention.profile).find((line) => line.class === retention.class)?.says;
  const kept = keptUntil(retention, retention.startedOn);
  const why = t(`event.${event}`);
  return (
    <SideSection title={t('kept')}>
      <p>
        {kept.sort === 'for-good' && t('kept.for-good')}
        {kept.sort === 'waiting' && t('kept.waiting', { years: kept.years, event: why })}
        {kept.sort === 'until' &&
          t('kept.until', { day: dates.day(kept.day), years: years ?? 0, event: why })}{' '}
        {says?.[locale]} {slug && <a href={`/p/${slug}/records`}>{t('kept.schedule')}</a>}
      </p>
      {retention.held && <p>{t('kept.held')}</p>}
      {slug && lead && (
        <ul class="plain-list">
          <li>
            <a href={`/p/${slug}/records/holds/new?record=${retention.id}`}>{t('kept.hold')}</a>
          </li>
          <li>
            <a href={`/p/${slug}/records/exports/new?record=${retention.id}`}>{t('kept.copy')}</a>
          </li>
        </ul>
      )}
    </SideSection>
  );
}

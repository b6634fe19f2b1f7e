import { LinkButton, RecordList, RecordRow } from '../../ui/index.ts';
import { useDates, useWords } from '../../ui/words.ts';
import { sortOf } from '../access/index.ts';
import { type RecordKind, recordPath } from '../record/index.ts';
import { auditWords } from './audit.words.ts';
import { type AuditFilter, auditQuery, isFiltered, placeText } from './audit-filter.ts';
import type { AuditLine } from './audit-lines.store.ts';
import { AuditObjects } from './audit-objects.view.tsx';

export interface AuditTrailProps {
  slug: string;
  filter: AuditFilter;
  lines: readonly AuditLine[];
  newer: boolean;
  older: boolean;
}

export function AuditTrail({ slug, filter, lines, newer, older }: AuditTrailProps) {
  const t = useWords(auditWords);
  const here = `/p/${slug}/audit`;
  const [first, last] = [lines[0], lines.at(-1)];
  const goOn = (name: string, line: AuditLine) =>
    `${here}${auditQuery(filter, { [name]: placeText(line) })}`;
  return (
    <>
      {lines.length === 0 && <p>{t(isFiltered(filter) ? 'empty.filtered' : 'empty')}</p>}
      <RecordList label={t('title')}>
        {lines.map((line) => (
          <Line key={placeText(line)} slug={slug} line={line} filter={filter} />
        ))}
      </RecordList>
      <p class="button-row">
        {newer && first && (
          <LinkButton kind="quiet" href={goOn('after', first)}>
            {t('newer')}
          </LinkButton>
        )}
        {older && last && (
          <LinkButton kind="quiet" href={goOn('before', last)}>
            {t('older')}
          </LinkButton>
        )}
      </p>
    </>
  );
}

function Line({ slug, line, filter }: { slug: string; line: AuditLine; filter: AuditFilter }) {
  const t = useWords(auditWords);
  const dates = useDates();
  const { record, seat, organization, number } = line;
  const only = `/p/${slug}/audit${auditQuery({ recordId: record?.id })}`;
  return (
    <RecordRow
      title={`${line.person ?? t('somebody')} ${useDeed(line.action)}`}
      who={seat ? t('from', { seat, organization: organization ?? '' }) : undefined}
      when={`${dates.moment(line.at)} · ${t(`line.${sortOf(line.visibleTo)}`, { number })}`}
    >
      {record && (
        <p>
          <a href={recordPath(slug, { kind: record.kind as RecordKind, id: record.id })}>
            {record.title}
          </a>{' '}
          {filter.recordId !== record.id && (
            <a class="link-beside" href={only}>
              {t('only')}
            </a>
          )}
        </p>
      )}
      <AuditObjects slug={slug} line={line} />
    </RecordRow>
  );
}

function useDeed(action: string): string {
  const t = useWords(auditWords);
  const key = `action.${action}`;
  return Object.hasOwn(auditWords.messages.en, key) ? t(key as Parameters<typeof t>[0]) : action;
}

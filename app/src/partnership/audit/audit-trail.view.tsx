import { LinkButton, RecordList, RecordRow } from '../../ui/index.ts';
import { useDates, useWords } from '../../ui/words.ts';
import { type RecordKind, recordPath } from '../record/index.ts';
import type { AuditLine } from './audit.store.ts';
import { auditWords } from './audit.words.ts';

export interface AuditTrailProps {
  slug: string;
  lines: readonly AuditLine[];
  page: number;
  more: boolean;
}

export function AuditTrail({ slug, lines, page, more }: AuditTrailProps) {
  const t = useWords(auditWords);
  const dates = useDates();
  const here = `/p/${slug}/audit`;
  if (lines.length === 0) return <p>{t('empty')}</p>;
  return (
    <>
      <RecordList label={t('title')}>
        {lines.map((line) => {
          const key = `action.${line.action}`;
          const did = Object.hasOwn(auditWords.messages.en, key)
            ? t(key as Parameters<typeof t>[0])
            : line.action;
          return (
            <RecordRow
              key={`${line.visibleTo} ${line.number}`}
              title={`${line.person ?? t('somebody')} ${did}`}
              who={line.seat ? t('from', { seat: line.seat }) : undefined}
              when={dates.moment(line.at)}
            >
              {line.recordId && line.recordKind && (
                <a
                  href={recordPath(slug, {
                    kind: line.recordKind as RecordKind,
                    id: line.recordId,
                  })}
                >
                  {line.recordTitle}
                </a>
              )}
            </RecordRow>
          );
        })}
      </RecordList>
      <p class="button-row">
        {page > 1 && (
          <LinkButton kind="quiet" href={`${here}?page=${page - 1}`}>
            {t('newer')}
          </LinkButton>
        )}
        {more && (
          <LinkButton kind="quiet" href={`${here}?page=${page + 1}`}>
            {t('older')}
          </LinkButton>
        )}
        <LinkButton kind="quiet" href={`${here}.jsonl`} download>
          {t('export')}
        </LinkButton>
      </p>
    </>
  );
}

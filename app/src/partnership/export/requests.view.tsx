import { LinkButton, RecordList, RecordRow, Section, useDates, useWords } from '../../ui/index.ts';
import type { RecordsRequest } from './export.ts';
import { exportWords } from './export.words.ts';

export interface RequestsProps {
  path: string;
  requests: readonly RecordsRequest[];
}

/** The copies that a lead prepares or has prepared. */
export function Requests({ path, requests }: RequestsProps) {
  const t = useWords(exportWords);
  const dates = useDates();
  return (
    <Section title={t('title')} id="copies">
      <p>{t('lead')}</p>
      <p>
        <LinkButton kind="quiet" href={`${path}/new`}>
          {t('open')}
        </LinkButton>
      </p>
      <RecordList label={t('mine')}>
        {requests.map((request) => (
          <RecordRow
            key={request.id}
            href={`${path}/${request.id}`}
            title={t('for', { name: request.askedBy })}
            state={t(
              request.madeAt ? 'state.made' : request.reviewedAt ? 'state.reviewed' : 'state.open',
            )}
            who={t(`scope.${request.scope}`)}
            when={dates.day(request.askedOn)}
          />
        ))}
      </RecordList>
      {requests.length > 0 && <p>{t('mine.note')}</p>}
    </Section>
  );
}

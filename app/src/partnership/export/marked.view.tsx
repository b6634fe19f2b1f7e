import {
  Button,
  Form,
  RecordList,
  RecordRow,
  Section,
  useDates,
  useLocale,
  useWords,
} from '../../ui/index.ts';
import type { LeftOut, RecordsRequest } from './export.ts';
import { exportWords } from './export.words.ts';
import { whatLeftOut } from './what-left-out.ts';

export interface MarkedProps {
  path: string;
  request: RecordsRequest;
  leftOut: readonly LeftOut[];
}

/** What does not leave, and why; until the copy is made it can be put back. */
export function Marked({ path, request, leftOut }: MarkedProps) {
  const t = useWords(exportWords);
  const dates = useDates();
  const { locale } = useLocale();
  return (
    <Section title={t('marked')} id="marked">
      {leftOut.length === 0 && <p>{t('marked.none')}</p>}
      <RecordList label={t('marked')}>
        {leftOut.map((one) => (
          <RecordRow
            key={one.id}
            title={
              one.passage ? t('marked.passage', { passage: one.passage }) : whatLeftOut(locale, one)
            }
            state={t(one.passage ? 'how.passage' : 'how.whole')}
            who={one.passage ? whatLeftOut(locale, one) : undefined}
            when={dates.moment(one.namedAt)}
          >
            {one.reason}
            {request.madeAt === null && (
              <Form action={`${path}/put-back`} hidden={{ leftOut: one.id }}>
                <Button kind="quiet">{t('put-back')}</Button>
              </Form>
            )}
          </RecordRow>
        ))}
      </RecordList>
    </Section>
  );
}

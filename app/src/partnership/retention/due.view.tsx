import { type FormState, field } from '../../ui/form-state.ts';
import { FormSummary } from '../../ui/form-summary.view.tsx';
import {
  Button,
  Disclosure,
  Form,
  RecordList,
  RecordRow,
  TextArea,
  useDates,
  useWords,
} from '../../ui/index.ts';
import { type RecordHead, recordPath, recordWords } from '../record/index.ts';
import type { Hindrance } from './removal.ts';
import { retentionWords } from './retention.words.ts';

export interface DueShown {
  head: RecordHead;
  keptUntil: string | null;
  hindrance: Hindrance | null;
}

export interface DueProps {
  slug: string;
  form: FormState;
  due: readonly DueShown[];
}

/** Records whose time is over, and what keeps those that cannot go yet. */
export function Due({ slug, form, due }: DueProps) {
  const t = useWords(retentionWords);
  const kinds = useWords(recordWords);
  const dates = useDates();
  if (due.length === 0) return <p>{t('due.none')}</p>;
  return (
    <>
      <FormSummary form={form} />
      <RecordList label={t('due.title')}>
        {due.map(({ head, keptUntil, hindrance }) => (
          <RecordRow
            key={head.id}
            href={recordPath(slug, head)}
            title={head.title}
            kind={kinds(`kind.${head.kind}`)}
            when={keptUntil ? t('due.until', { day: dates.day(keptUntil) }) : undefined}
          >
            {hindrance ? (
              t(`problem.${hindrance}`)
            ) : (
              <Disclosure summary={t('due.propose')}>
                <Form action={`/p/${slug}/records/${head.id}/remove`}>
                  <TextArea
                    {...field(form, 'reason')}
                    id={`reason-${head.id}`}
                    label={t('due.reason')}
                    rows={2}
                  />
                  <p>{t('removal.after')}</p>
                  <Button kind="danger">{t('due.submit')}</Button>
                </Form>
              </Disclosure>
            )}
          </RecordRow>
        ))}
      </RecordList>
    </>
  );
}

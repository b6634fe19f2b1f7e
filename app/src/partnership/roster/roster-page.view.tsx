import { type FormState, field } from '../../ui/form-state.ts';
import { FormSummary } from '../../ui/form-summary.view.tsx';
import { Button, FileField, Form, RecordList, RecordRow, Section } from '../../ui/index.ts';
import { useDates, useWords } from '../../ui/words.ts';
import { rosterWords } from './roster.words.ts';
import type { ImportListed } from './roster-import.store.ts';
import { peopleInShort } from './summary-words.ts';

/** Where a roster is handed in, and what became of earlier ones. */
export function RosterPage(props: {
  path: string;
  form: FormState;
  imports: readonly ImportListed[];
}) {
  const t = useWords(rosterWords);
  const dates = useDates();
  return (
    <>
      <FormSummary form={props.form} />
      <Section title={t('upload')}>
        <Form action={props.path} files>
          <FileField
            {...field(props.form, 'files')}
            label={t('upload.files')}
            hint={t('upload.files.hint')}
            accept=".zip,.csv,application/zip,text/csv"
            multiple
          />
          <p>{t('upload.wait')}</p>
          <Button>{t('upload.read')}</Button>
        </Form>
      </Section>
      <Section title={t('kept')}>
        <p>{t('kept.yes')}</p>
        <p>{t('kept.no')}</p>
        <p>{t('kept.leavers')}</p>
      </Section>
      <Section title={t('earlier')}>
        {props.imports.length === 0 && <p>{t('earlier.none')}</p>}
        <RecordList label={t('earlier')}>
          {props.imports.map((one) => (
            <RecordRow
              key={one.id}
              href={`${props.path}/${one.id}`}
              title={one.source}
              state={t(`state.${one.state}`)}
              when={dates.day(one.appliedAt ?? one.createdAt)}
            >
              {peopleInShort(t, one.counts)}
            </RecordRow>
          ))}
        </RecordList>
      </Section>
    </>
  );
}

import { type FormState, field } from '../../ui/form-state.ts';
import { FormSummary } from '../../ui/form-summary.view.tsx';
import {
  Button,
  EmptyState,
  Form,
  Prose,
  RadioGroup,
  RecordList,
  RecordRow,
  Section,
  TextArea,
  TextField,
} from '../../ui/index.ts';
import { useDates, useWords } from '../../ui/words.ts';
import type { ThreadListed, ThreadShown } from './caucus.store.ts';
import { caucusWords } from './caucus.words.ts';

export interface CaucusProps {
  base: string;
  form: FormState;
  threads: readonly ThreadListed[];
}

export function Caucus({ base, form, threads }: CaucusProps) {
  const t = useWords(caucusWords);
  const dates = useDates();
  return (
    <>
      <FormSummary form={form} />
      {threads.length === 0 ? (
        <EmptyState title={t('empty.title')}>
          <p>{t('empty')}</p>
        </EmptyState>
      ) : (
        <RecordList>
          {threads.map((thread) => (
            <RecordRow
              key={thread.id}
              title={thread.title}
              href={`${base}/caucus/${thread.id}`}
              kind={t(`sort.${thread.sort}`)}
              who={t('posts', { count: thread.posts })}
              when={dates.dayIn(thread.changedAt)}
            />
          ))}
        </RecordList>
      )}
      <Section title={t('new')} id="new">
        <Form action={`${base}/caucus`}>
          <RadioGroup
            {...field(form, 'sort', 'note')}
            label={t('sort')}
            choices={(['note', 'discussion'] as const).map((sort) => ({
              value: sort,
              label: t(`sort.${sort}`),
              hint: t(`sort.${sort}.hint`),
            }))}
          />
          <TextField {...field(form, 'title')} label={t('field.title')} />
          <TextArea {...field(form, 'body')} label={t('field.body')} rows={6} />
          <Button>{t('open')}</Button>
        </Form>
      </Section>
    </>
  );
}

export function Thread({
  base,
  form,
  thread,
}: {
  base: string;
  form: FormState;
  thread: ThreadShown;
}) {
  const t = useWords(caucusWords);
  const dates = useDates();
  return (
    <>
      <FormSummary form={form} />
      <RecordList>
        {thread.posts.map((post) => (
          <RecordRow key={post.id} title={post.name} when={dates.moment(post.createdAt)}>
            <Prose text={post.body} />
          </RecordRow>
        ))}
      </RecordList>
      <Form action={`${base}/caucus/${thread.id}/posts`}>
        <TextArea {...field(form, 'body')} label={t('reply')} />
        <Button>{t('send')}</Button>
      </Form>
    </>
  );
}

import { type FormState, field } from '../../ui/form-state.ts';
import { Button, Disclosure, Form, TextField } from '../../ui/index.ts';
import { useWords } from '../../ui/words.ts';
import type { Meeting } from './meeting.ts';
import { meetingWords } from './meeting.words.ts';

export function SkipForm(props: { form: FormState; slug: string; meeting: Meeting }) {
  const { form, slug, meeting } = props;
  const t = useWords(meetingWords);
  return (
    <Disclosure summary={t('skip')} open={form.problem('reason') !== undefined}>
      <Form action={`/p/${slug}/meetings/${meeting.id}/skip`}>
        <TextField {...field(form, 'reason')} label={t('skip.reason')} maxlength={300} />
        <p>{t('skip.text')}</p>
        <Button kind="danger">{t('skip.save')}</Button>
      </Form>
    </Disclosure>
  );
}

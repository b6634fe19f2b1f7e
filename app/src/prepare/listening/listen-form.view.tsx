import { type FormState, field } from '../../ui/form-state.ts';
import { FormSummary } from '../../ui/form-summary.view.tsx';
import { Button, Form, RadioGroup, TextArea, useWords } from '../../ui/index.ts';
import { longestVoice, voiceSides, voiceSorts, voiceWords } from '../voice/index.ts';
import type { ListeningLink } from './listening.ts';
import { listeningWords } from './listening.words.ts';

/** For a person without an account, on whatever phone they have. */
export function ListenForm({
  form,
  action,
  link,
}: {
  form: FormState;
  action: string;
  link: ListeningLink;
}) {
  const t = useWords(listeningWords);
  const voice = useWords(voiceWords);
  return (
    <>
      <FormSummary form={form} />
      <Form action={action}>
        <RadioGroup
          {...field(form, 'sort')}
          label={voice('form.sort')}
          choices={voiceSorts.map((value) => ({
            value,
            label: voice(`sort.${value}`),
            hint: voice(`sort.${value}.hint`),
          }))}
        />
        <TextArea
          {...field(form, 'body')}
          label={voice('form.body')}
          hint={voice('form.body.hint')}
          rows={7}
          maxlength={longestVoice}
          draft={`listen:${link.id}`}
        />
        <RadioGroup
          {...field(form, 'constituency')}
          label={t('listen.side')}
          hint={t('listen.side.hint')}
          choices={voiceSides.map((value) => ({
            value,
            label: t(`side.${value}`),
          }))}
        />
        <p>{t('listen.private')}</p>
        <Button>{t('listen.submit')}</Button>
      </Form>
    </>
  );
}

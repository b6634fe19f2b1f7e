import { type FormState, field } from '../../ui/form-state.ts';
import { FormSummary } from '../../ui/form-summary.view.tsx';
import { Button, DateField, Form, TextArea, TextField } from '../../ui/index.ts';
import { useWords } from '../../ui/words.ts';
import { compactWords } from './compact.words.ts';

export function CompactForm({
  form,
  action,
  draft,
}: {
  form: FormState;
  action: string;
  draft: string;
}) {
  const t = useWords(compactWords);
  return (
    <>
      <FormSummary form={form} />
      <Form action={action}>
        <TextField {...field(form, 'title', t('field.title.example'))} label={t('field.title')} />
        <TextArea
          {...field(form, 'preamble')}
          label={t('field.preamble')}
          required={false}
          draft={`${draft} preamble`}
        />
        <TextArea
          {...field(form, 'principles')}
          label={t('field.principles')}
          hint={t('field.principles.hint')}
          rows={7}
          draft={`${draft} principles`}
        />
        <TextArea
          {...field(form, 'behaviors')}
          label={t('field.behaviors')}
          hint={t('field.behaviors.hint')}
          rows={7}
          draft={`${draft} behaviors`}
        />
        <DateField {...field(form, 'reviewOn')} label={t('field.reviewOn')} required={false} />
        <p>{t('offer.hint')}</p>
        <Button>{t('offer')}</Button>
      </Form>
    </>
  );
}

import { Button } from '../../../ui/button.view.tsx';
import { Form } from '../../../ui/form.view.tsx';
import { type FormState, field } from '../../../ui/form-state.ts';
import { FormSummary } from '../../../ui/form-summary.view.tsx';
import { TextField } from '../../../ui/text-field.view.tsx';
import { useWords } from '../../../ui/words.ts';
import { accountWords } from '../account.words.ts';

/** The second step of signing in. */
export function CodeForm({ form }: { form: FormState }) {
  const t = useWords(accountWords);
  return (
    <>
      <FormSummary form={form} />
      <Form action="/sign-in/code">
        <TextField
          {...field(form, 'code')}
          label={t('code.label')}
          hint={t('code.hint')}
          autocomplete="one-time-code"
          width="medium"
        />
        <Button>{t('code.submit')}</Button>
      </Form>
      <p>{t('code.lost')}</p>
    </>
  );
}

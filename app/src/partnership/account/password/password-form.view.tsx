import { Button } from '../../../ui/button.view.tsx';
import { Form } from '../../../ui/form.view.tsx';
import type { FormState } from '../../../ui/form-state.ts';
import { FormSummary } from '../../../ui/form-summary.view.tsx';
import { TextField } from '../../../ui/text-field.view.tsx';
import { useWords } from '../../../ui/words.ts';
import { accountWords } from '../account.words.ts';

/** The second page of signing in by password: the same for every address. */
export function PasswordForm({ form, next }: { form: FormState; next: string }) {
  const t = useWords(accountWords);
  return (
    <>
      <FormSummary form={form} />
      <Form action="/sign-in" hidden={{ next }}>
        <TextField
          name="email"
          value={form.value('email')}
          error={form.problem('email')}
          label={t('sign-in.email')}
          type="email"
          autocomplete="username"
        />
        <TextField
          name="password"
          error={form.problem('password')}
          label={t('sign-in.password')}
          type="password"
          autocomplete="current-password"
        />
        <Button>{t('password.submit')}</Button>
      </Form>
      <p>
        {t('password.forgot')}{' '}
        <a href={`/sign-in?next=${encodeURIComponent(next)}`}>{t('password.other')}</a>
      </p>
    </>
  );
}

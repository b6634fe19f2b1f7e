import { Button } from '../../ui/button.view.tsx';
import { Form } from '../../ui/form.view.tsx';
import { type FormState, field } from '../../ui/form-state.ts';
import { FormSummary } from '../../ui/form-summary.view.tsx';
import { Section } from '../../ui/section.view.tsx';
import { TextField } from '../../ui/text-field.view.tsx';
import { useWords } from '../../ui/words.ts';
import { accountWords } from './account.words.ts';

/** Both ways in: a link by mail, a password. `next` is where the person was going. */
export function SignInForms({
  form,
  next,
  mailLeaves,
}: {
  form: FormState;
  next: string;
  mailLeaves: boolean;
}) {
  const t = useWords(accountWords);
  return (
    <>
      <FormSummary form={form} />
      <Section title={t('sign-in.by-link')}>
        {mailLeaves ? (
          <>
            <p>{t('sign-in.by-link.hint')}</p>
            <Form action="/sign-in/link" hidden={{ next }}>
              <TextField
                {...field(form, 'linkEmail')}
                label={t('sign-in.email')}
                type="email"
                autocomplete="email"
              />
              <Button>{t('sign-in.send-link')}</Button>
            </Form>
          </>
        ) : (
          <p>{t('sign-in.no-mail')}</p>
        )}
      </Section>
      <Section title={t('sign-in.by-password')}>
        <Form action="/sign-in" hidden={{ next }}>
          <TextField
            {...field(form, 'email')}
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
          <Button kind="quiet">{t('sign-in.submit')}</Button>
        </Form>
      </Section>
      <p>{t('sign-in.no-seat')}</p>
    </>
  );
}

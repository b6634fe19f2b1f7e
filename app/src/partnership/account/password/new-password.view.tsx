import { Button } from '../../../ui/button.view.tsx';
import { Form } from '../../../ui/form.view.tsx';
import type { FormState } from '../../../ui/form-state.ts';
import { FormSummary } from '../../../ui/form-summary.view.tsx';
import { Section } from '../../../ui/section.view.tsx';
import { TextField } from '../../../ui/text-field.view.tsx';
import { useWords } from '../../../ui/words.ts';
import { accountWords } from '../account.words.ts';

export interface NewPasswordProps {
  form: FormState;
  email: string;
  has: boolean;
  /** Signed in a moment ago: the password of now is not asked for. */
  fresh: boolean;
}

export function NewPassword({ form, email, has, fresh }: NewPasswordProps) {
  const t = useWords(accountWords);
  return (
    <>
      <FormSummary form={form} />
      <Form action="/account/password">
        {/* For password managers: which account this is about. */}
        <input type="hidden" name="username" autocomplete="username" value={email} />
        {has && !fresh && (
          <TextField
            name="current"
            error={form.problem('current')}
            label={t('new-password.current')}
            type="password"
            autocomplete="current-password"
          />
        )}
        <TextField
          name="password"
          error={form.problem('password')}
          label={t('new-password.new')}
          hint={t('new-password.hint')}
          type="password"
          autocomplete="new-password"
        />
        <p>{t('new-password.others')}</p>
        <Button>{t('new-password.submit')}</Button>
      </Form>
      {has && fresh && (
        <Section title={t('new-password.remove')}>
          <Form action="/account/password/remove">
            <p>{t('new-password.remove.hint')}</p>
            <Button kind="danger">{t('new-password.remove')}</Button>
          </Form>
        </Section>
      )}
    </>
  );
}

import { Button, ButtonRow, LinkButton } from '../../ui/button.view.tsx';
import { Form } from '../../ui/form.view.tsx';
import { type FormState, field } from '../../ui/form-state.ts';
import { FormSummary } from '../../ui/form-summary.view.tsx';
import { Notice } from '../../ui/notice.view.tsx';
import { Section } from '../../ui/section.view.tsx';
import { TextField } from '../../ui/text-field.view.tsx';
import { useWords } from '../../ui/words.ts';
import { accountWords } from './account.words.ts';
import { PasskeyButton } from './passkey/passkey-button.view.tsx';

export interface SignInFormsProps {
  form: FormState;
  /** Where the person was going. */
  next: string;
  mailLeaves: boolean;
  /** What the district's own sign-in is called. */
  district: string | null;
  /** Somebody who is signed in, and is asked once more. */
  email: string;
}

/** One field, then how: what a person sees first does not depend on who they are. */
export function SignInForms({ form, next, mailLeaves, district, email }: SignInFormsProps) {
  const t = useWords(accountWords);
  return (
    <>
      <FormSummary form={form} />
      {email && <Notice>{t('sign-in.again')}</Notice>}
      <Form action={mailLeaves ? '/sign-in/link' : '/sign-in/password'} hidden={{ next }}>
        <TextField
          {...field(form, 'email', email)}
          label={t('sign-in.email')}
          hint={t(mailLeaves ? 'sign-in.send-link.hint' : 'sign-in.no-mail')}
          type="email"
          autocomplete="username webauthn"
        />
        <ButtonRow>
          {mailLeaves && <Button>{t('sign-in.send-link')}</Button>}
          <Button kind={mailLeaves ? 'quiet' : 'primary'} formAction="/sign-in/password">
            {t('sign-in.use-password')}
          </Button>
        </ButtonRow>
      </Form>
      <Section title={t('sign-in.other-ways')}>
        {district && (
          <p>
            <LinkButton kind="quiet" href={`/sign-in/district?next=${encodeURIComponent(next)}`}>
              {t('sign-in.district', { name: district })}
            </LinkButton>
          </p>
        )}
        <PasskeyButton next={next} />
      </Section>
      <p>{t('sign-in.no-seat')}</p>
    </>
  );
}

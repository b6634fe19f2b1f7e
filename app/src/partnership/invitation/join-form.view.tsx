import { Button, ButtonRow, LinkButton } from '../../ui/button.view.tsx';
import { locales } from '../../ui/catalogue.ts';
import { Form } from '../../ui/form.view.tsx';
import { type FormState, field } from '../../ui/form-state.ts';
import { FormSummary } from '../../ui/form-summary.view.tsx';
import { RadioGroup } from '../../ui/radio-group.view.tsx';
import { TextField } from '../../ui/text-field.view.tsx';
import { useLocale, useWords } from '../../ui/words.ts';
import { invitationWords } from './invitation.words.ts';
import type { InvitationShown } from './invitation-link.store.ts';

const languageNames = { en: 'English', es: 'Español' } as const;

export interface JoinFormProps {
  form: FormState;
  action: string;
  invitation: InvitationShown;
  signedInAs: string | null;
  /** What the district's own sign-in is called, where there is one. */
  district: string | null;
}

export function JoinForm({ form, action, invitation, signedInAs, district }: JoinFormProps) {
  const t = useWords(invitationWords);
  const { locale } = useLocale();
  return (
    <>
      <FormSummary form={form} />
      <p>{t('join.promise')}</p>
      <p>{t('join.trust')}</p>
      <Form action={action}>
        {signedInAs ? (
          <p>{t('join.signed-in', { name: signedInAs })}</p>
        ) : (
          <>
            <RadioGroup
              {...field(form, 'locale', locale)}
              label={t('join.language')}
              inline
              choices={locales.map((one) => ({ value: one, label: languageNames[one] }))}
            />
            <TextField
              {...field(form, 'name', invitation.name)}
              label={t('join.name')}
              autocomplete="name"
            />
            <TextField
              {...field(form, 'email', invitation.email ?? '')}
              label={t('join.email')}
              hint={t('join.email.hint')}
              type="email"
              autocomplete="email"
            />
            <TextField
              name="password"
              error={form.problem('password')}
              label={t('join.password')}
              hint={t('join.password.hint')}
              type="password"
              autocomplete="new-password"
            />
          </>
        )}
        <ButtonRow>
          <Button>{t('join.accept')}</Button>
          {!signedInAs && district && (
            <LinkButton kind="quiet" href={`${action}/district`}>
              {t('join.by-district', { name: district })}
            </LinkButton>
          )}
        </ButtonRow>
        {!signedInAs && (
          <p>
            <a href={`/sign-in?next=${encodeURIComponent(action)}`}>{t('join.have-account')}</a>
          </p>
        )}
      </Form>
    </>
  );
}

import { Button } from '../../../ui/button.view.tsx';
import { CopyField } from '../../../ui/copy-field.view.tsx';
import { Form } from '../../../ui/form.view.tsx';
import type { FormState } from '../../../ui/form-state.ts';
import { FormSummary } from '../../../ui/form-summary.view.tsx';
import { QrCode } from '../../../ui/qr-code.view.tsx';
import { Section } from '../../../ui/section.view.tsx';
import { TextField } from '../../../ui/text-field.view.tsx';
import { useDates, useWords } from '../../../ui/words.ts';
import { accountWords } from '../account.words.ts';

const Code = ({ form, hint }: { form: FormState; hint: string }) => {
  const t = useWords(accountWords);
  return (
    <TextField
      name="code"
      error={form.problem('code')}
      label={t('app.code')}
      hint={hint}
      autocomplete="one-time-code"
      width="medium"
    />
  );
};

/** The key for the app, as a picture and as text, and the first code back. */
export function AuthenticatorSetup(props: { form: FormState; address: string; secret: string }) {
  const t = useWords(accountWords);
  return (
    <>
      <FormSummary form={props.form} />
      <Section title={t('app.step.scan')}>
        <QrCode value={props.address} label={t('app.qr')} />
        <p>
          <a href={props.address}>{t('app.open')}</a>
        </p>
        <CopyField
          label={t('app.secret')}
          hint={props.secret.replace(/(.{4})(?=.)/g, '$1 ')}
          value={props.secret}
        />
      </Section>
      <Section title={t('app.step.code')}>
        <Form action="/account/authenticator">
          <Code form={props.form} hint={t('app.code.hint')} />
          <Button>{t('app.confirm')}</Button>
        </Form>
      </Section>
    </>
  );
}

/** Shown once, and made to be printed. */
export function RecoveryCodes({
  codes,
  email,
  now,
}: {
  codes: string[];
  email: string;
  now: Date;
}) {
  const t = useWords(accountWords);
  const dates = useDates();
  return (
    <>
      <p>{t('app.codes.for', { email, day: dates.day(now) })}</p>
      <ol class="recovery-codes">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ol>
      <p class="no-print">
        <a href="/account?done=app-on">{t('app.codes.kept')}</a>
      </p>
    </>
  );
}

/** The app is on: new recovery codes, or off again. Both ask for a code. */
export function AuthenticatorOn(props: { form: FormState; since: Date; codesLeft: number }) {
  const t = useWords(accountWords);
  const dates = useDates();
  return (
    <>
      <FormSummary form={props.form} />
      <p>{t('app.on', { day: dates.day(props.since), n: props.codesLeft })}</p>
      <Form action="/account/authenticator/codes">
        <Code form={props.form} hint={t('app.off.hint')} />
        <Button>{t('app.new-codes')}</Button>
        <p>{t('app.new-codes.hint')}</p>
        <Button kind="danger" formAction="/account/authenticator/off">
          {t('app.off')}
        </Button>
      </Form>
    </>
  );
}

import { Button } from '../../../ui/button.view.tsx';
import { Disclosure } from '../../../ui/disclosure.view.tsx';
import { Form } from '../../../ui/form.view.tsx';
import type { FormState } from '../../../ui/form-state.ts';
import { FormSummary } from '../../../ui/form-summary.view.tsx';
import { RecordList, RecordRow } from '../../../ui/record-list.view.tsx';
import { Section } from '../../../ui/section.view.tsx';
import { TextField } from '../../../ui/text-field.view.tsx';
import { useDates, useWords } from '../../../ui/words.ts';
import { accountWords } from '../account.words.ts';

export interface PasskeysProps {
  form: FormState;
  passkeys: readonly { id: string; name: string; addedAt: Date; usedAt: Date | null }[];
  /** A first name for a new one: the browser in words. */
  device: string;
}

export function Passkeys({ form, passkeys, device }: PasskeysProps) {
  const t = useWords(accountWords);
  const dates = useDates();
  return (
    <>
      <FormSummary form={form} />
      {passkeys.length === 0 ? (
        <p>{t('passkeys.none')}</p>
      ) : (
        <RecordList label={t('passkeys.list')}>
          {passkeys.map(({ id, name, addedAt, usedAt }) => (
            <RecordRow
              key={id}
              title={name}
              who={t('passkeys.added', { day: dates.day(addedAt) })}
              when={
                usedAt ? t('passkeys.used', { when: dates.dayIn(usedAt) }) : t('passkeys.unused')
              }
            >
              <Disclosure summary={t('passkeys.change')}>
                <Form action="/account/passkeys/name" hidden={{ passkey: id }} label={name}>
                  <TextField
                    name="name"
                    id={`name-${id}`}
                    value={name}
                    label={t('passkeys.name')}
                    maxlength={60}
                  />
                  <Button kind="quiet">{t('passkeys.rename')}</Button>
                  <Button kind="danger" formAction="/account/passkeys/remove">
                    {t('passkeys.remove')}
                  </Button>
                </Form>
              </Disclosure>
            </RecordRow>
          ))}
        </RecordList>
      )}
      <Section title={t('passkeys.add.title')}>
        <NewPasskey form={form} device={device} />
      </Section>
    </>
  );
}

/** Where JavaScript runs, `passkey.island.ts` shows the form and brings the passkey. */
function NewPasskey({ form, device }: Pick<PasskeysProps, 'form' | 'device'>) {
  const t = useWords(accountWords);
  return (
    <>
      <form
        class="form"
        method="post"
        action="/account/passkeys"
        data-passkey="add"
        data-cancelled={t('passkeys.cancelled')}
        hidden
      >
        <TextField
          name="name"
          value={form.value('name', device)}
          error={form.problem('name')}
          label={t('passkeys.name')}
          hint={t('passkeys.name.hint')}
          maxlength={60}
        />
        <input type="hidden" name="ticket" />
        <input type="hidden" name="response" />
        <Button>{t('passkeys.add')}</Button>
        <p class="field-error" role="alert" data-says />
      </form>
      <p data-passkey-unsupported hidden>
        {t('passkeys.unsupported')}
      </p>
      <noscript>
        <p>{t('passkeys.no-script')}</p>
      </noscript>
    </>
  );
}

import { Button } from '../../../ui/button.view.tsx';
import { useWords } from '../../../ui/words.ts';
import { accountWords } from '../account.words.ts';

/** Where JavaScript runs, `passkey.island.ts` shows the button and fills the form in. */
export function PasskeyButton({ next }: { next: string }) {
  const t = useWords(accountWords);
  return (
    <>
      <form
        class="form"
        method="post"
        action="/sign-in/passkey"
        data-passkey="use"
        data-cancelled={t('passkeys.cancelled')}
        hidden
      >
        <input type="hidden" name="next" value={next} />
        <input type="hidden" name="ticket" />
        <input type="hidden" name="response" />
        <Button kind="quiet">{t('sign-in.passkey')}</Button>
        <p class="field-hint">{t('sign-in.passkey.hint')}</p>
        <p class="field-error" role="alert" data-says />
      </form>
      <noscript>
        <p>{t('sign-in.passkey.no-script')}</p>
      </noscript>
    </>
  );
}

import { useWords } from '../../ui/words.ts';
import { caucusWords } from './caucus.words.ts';
import { passphraseLeast } from './sealing/passphrase.ts';
import { SecretField } from './secret-field.view.tsx';

/** Choosing a passphrase: typed twice, with a suggestion and a hint how good it is. */
export function PassphraseForm({
  does,
  button,
  of = '',
}: {
  does: string;
  button: string;
  of?: string;
}) {
  const t = useWords(caucusWords);
  const least = passphraseLeast;
  return (
    <form class="form" data-do={does} novalidate>
      <SecretField
        secret="passphrase"
        sort="passphrase"
        label={t('passphrase.new')}
        hint={t('passphrase.new.hint', { least })}
        of={`-new${of}`}
      />
      <div class="key-suggest">
        <button class="button button-quiet" type="button" data-do="suggest">
          {t('passphrase.suggest')}
        </button>
        <output data-suggestion />
      </div>
      <p class="field-hint" role="status" data-grade />
      <SecretField
        secret="again"
        sort="passphrase"
        label={t('passphrase.again')}
        of={`-again${of}`}
      />
      <button class="button button-primary" type="submit">
        {button}
      </button>
    </form>
  );
}

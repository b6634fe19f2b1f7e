import type { ComponentChildren } from 'preact';
import type { FormState } from '../../ui/form-state.ts';
import { FormSummary } from '../../ui/form-summary.view.tsx';
import { Disclosure, Notice } from '../../ui/index.ts';
import { useLocale, useWords } from '../../ui/words.ts';
import type { CaucusSpace } from './caucus.ts';
import { caucusWords } from './caucus.words.ts';
import { demoPassphrase } from './demo-passphrase.ts';
import { factsOf } from './facts.ts';
import { PassphraseForm } from './passphrase-form.view.tsx';
import { scriptWords } from './script-words.ts';
import { SecretField } from './secret-field.view.tsx';

export interface CaucusFrameProps {
  space: CaucusSpace;
  /** `/p/<slug>/caucus`. */
  base: string;
  demo: boolean;
  form: FormState;
  children?: ComponentChildren;
}

/**
 * What every page of a caucus has: the facts for its script, what to say without one, and the lock.
 * A part with `data-when` shows only in that state.
 */
export function CaucusFrame({ space, base, demo, form, children }: CaucusFrameProps) {
  const t = useWords(caucusWords);
  const { locale } = useLocale();
  return (
    <div
      data-caucus={JSON.stringify(factsOf(space, base))}
      data-words={JSON.stringify(scriptWords(locale))}
    >
      <FormSummary form={form} />
      <noscript>
        <Notice kind="warning" title={t('without.title')}>
          <p>{t('without')}</p>
        </Notice>
      </noscript>
      <div hidden data-when="insecure">
        <Notice kind="warning" title={t('insecure.title')}>
          <p>{t('insecure')}</p>
        </Notice>
      </div>
      <div class="key-said" role="alert" data-said />
      <p class="key-busy" role="status" data-busy />
      <Unlock space={space} demo={demo} />
      {children}
    </div>
  );
}

function Unlock({ space, demo }: { space: CaucusSpace; demo: boolean }) {
  const t = useWords(caucusWords);
  if (!space.privateKey) return null;
  return (
    <section class="section" hidden data-when="locked">
      <div class="section-head">
        <h2>{t('unlock.title')}</h2>
      </div>
      <p>{t('unlock')}</p>
      <form class="form" data-do="unlock" novalidate>
        {demo && (
          <Notice>
            <p>
              {t('unlock.demo')} <strong>{demoPassphrase}</strong>
            </p>
          </Notice>
        )}
        <SecretField secret="passphrase" sort="passphrase" label={t('passphrase')} />
        <div class="button-row">
          <button class="button button-primary" type="submit">
            {t('unlock.button')}
          </button>
          {space.privateKey.passkey && (
            <button class="button button-quiet" type="button" data-do="unlock-passkey">
              {t('unlock.passkey')}
            </button>
          )}
        </div>
      </form>
      <Disclosure summary={t('unlock.lost')}>
        <p>{t('unlock.lost.text')}</p>
        <PassphraseForm does="keys" button={t('unlock.lost.button')} of="-lost" />
      </Disclosure>
    </section>
  );
}

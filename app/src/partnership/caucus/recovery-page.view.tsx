import { Disclosure, LinkButton } from '../../ui/index.ts';
import { useWords } from '../../ui/words.ts';
import { standingIn } from './caucus.ts';
import { caucusWords } from './caucus.words.ts';
import { CaucusFrame, type CaucusFrameProps } from './caucus-frame.view.tsx';
import { RecoverySheet } from './recovery-sheet.view.tsx';
import { SecretField } from './secret-field.view.tsx';

export interface RecoveryPageProps extends Omit<CaucusFrameProps, 'children'> {
  organization: string;
  address: string;
}

/** Back in with the paper, when nobody can open the space any more. */
export function RecoveryPage({ organization, address, ...frame }: RecoveryPageProps) {
  const { space, base } = frame;
  const t = useWords(caucusWords);
  const standing = standingIn(space);
  if (standing === 'not-begun' || standing === 'keyless')
    return (
      <CaucusFrame {...frame}>
        <p>{t(standing === 'keyless' ? 'recovery.unlock' : 'recovery.none')}</p>
        <p>
          <LinkButton href={base}>{t('go-unlock')}</LinkButton>
        </p>
      </CaucusFrame>
    );
  return (
    <CaucusFrame {...frame}>
      <RecoverySheet organization={organization} address={address} />
      <div hidden data-when="open">
        <p>{t('recovery.in')}</p>
        <p>
          <LinkButton href={base}>{t('back')}</LinkButton>
        </p>
      </div>
      <div hidden data-when="waiting">
        <form class="form" data-do="recover" novalidate>
          <SecretField
            secret="recovery"
            sort="line"
            label={t('recovery.field')}
            hint={t('recovery.field.hint')}
            maxlength={200}
          />
          <button class="button button-primary" type="submit">
            {t('recovery.button')}
          </button>
        </form>
        {space.lead && (
          <Disclosure summary={t('again.title')}>
            <p>{t('again')}</p>
            <button class="button button-danger key-act" type="button" data-do="begin-again">
              {t('again.button')}
            </button>
          </Disclosure>
        )}
      </div>
    </CaucusFrame>
  );
}

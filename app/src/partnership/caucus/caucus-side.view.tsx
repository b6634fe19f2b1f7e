import { Disclosure, SideSection } from '../../ui/index.ts';
import { useWords } from '../../ui/words.ts';
import { type CaucusSpace, waitingIn } from './caucus.ts';
import { caucusWords } from './caucus.words.ts';

/** The honest limit, and the keys of whoever can open the space. */
export function CaucusSide({ space, keys }: { space: CaucusSpace; keys: boolean }) {
  const t = useWords(caucusWords);
  return (
    <>
      <SideSection title={t('limit')}>
        <p>{t('honest')}</p>
      </SideSection>
      {keys && (
        <div hidden data-when="open">
          <Keys space={space} />
        </div>
      )}
    </>
  );
}

function Keys({ space }: { space: CaucusSpace }) {
  const t = useWords(caucusWords);
  const waiting = waitingIn(space).length;
  const without = space.people.filter(({ recipient }) => recipient === null).length;
  return (
    <SideSection title={t('keys.side')}>
      <p>
        {t('code')}: <output class="key-digits" data-space-code />
      </p>
      <p class="field-hint">{t('code.hint')}</p>
      <Disclosure summary={t('members')}>
        <ul>
          {space.people
            .filter(({ access }) => access)
            .map(({ personId, name, seat }) => (
              <li key={personId}>
                {name}, {seat}
              </li>
            ))}
        </ul>
        {waiting > 0 && <p>{t('members.waiting', { count: waiting })}</p>}
        {without > 0 && <p>{t('members.without', { count: without })}</p>}
      </Disclosure>
      <Disclosure summary={t('passkey.title')}>
        <p>{t('passkey')}</p>
        {space.privateKey?.passkey && <p>{t('passkey.there')}</p>}
        <button class="button button-quiet key-act" type="button" data-do="add-passkey">
          {t('passkey.button')}
        </button>
      </Disclosure>
      <Disclosure summary={t('recovery.side')}>
        <p>{t('recovery.side.text')}</p>
        <button class="button button-quiet key-act" type="button" data-do="renew-recovery">
          {t('recovery.side.button')}
        </button>
      </Disclosure>
      <Disclosure summary={t('rotate.title')}>
        <p>{t('rotate')}</p>
        <button class="button button-quiet key-act" type="button" data-do="change-key">
          {t('rotate.button')}
        </button>
      </Disclosure>
    </SideSection>
  );
}

/** In reach on every page of an open space. */
export function LockButton() {
  const t = useWords(caucusWords);
  return (
    <button class="button button-quiet" type="button" hidden data-when="open" data-do="lock">
      {t('lock')}
    </button>
  );
}

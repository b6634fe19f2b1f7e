import { gradePassphrase, suggestPassphrase } from '../sealing/passphrase.ts';
import { type PersonKey, unlockWithPassphrase } from '../sealing/person-key.ts';
import { begin, beginAgain, changeTheKey, makeOwnKey, recover, renewRecovery } from './keys.ts';
import { lockEverywhere, remember } from './memory.ts';
import { busily, bytes, type CaucusInPage, hush, say, sayAt, secret, word } from './page.ts';
import { addPasskey, unlockWithPasskey } from './passkey.ts';
import { settle } from './settle.ts';
import { admit } from './waiting.ts';
import { addPost, editPost, openThread, removePost } from './write.ts';

type Act<Element> = (page: CaucusInPage, element: Element) => unknown;

const forms: Record<string, Act<HTMLFormElement>> = {
  unlock,
  begin,
  keys: makeOwnKey,
  recover,
  open: openThread,
  post: addPost,
  edit: editPost,
};

const buttons: Record<string, Act<HTMLElement>> = {
  lock: lockEverywhere,
  'unlock-passkey': openByPasskey,
  'add-passkey': addPasskey,
  'change-key': changeTheKey,
  'renew-recovery': renewRecovery,
  'begin-again': beginAgain,
  'let-in': (page, button) => {
    const row = button.closest<HTMLElement>('[data-waiting]');
    return row && admit(page, row);
  },
  remove: removePost,
  suggest,
  copy,
  print: () => window.print(),
};

/** Every form and button of the space, wherever on the page it stands. One thing at a time. */
export function listen(page: CaucusInPage): void {
  let working = false;
  const once = async (act: () => unknown) => {
    if (working) return;
    working = true;
    try {
      await act();
    } finally {
      working = false;
    }
  };
  document.addEventListener('submit', (event) => {
    const form = event.target as HTMLFormElement;
    const act = forms[form.dataset.do ?? ''];
    if (!act) return;
    event.preventDefault();
    void once(() => act(page, form));
  });
  document.addEventListener('click', (event) => {
    const button = (event.target as Element).closest<HTMLElement>('button[data-do]');
    const act = buttons[button?.dataset.do ?? ''];
    // Printing happens while the sheet waits to be confirmed.
    if (button && act)
      void (button.dataset.do === 'print' ? act(page, button) : once(() => act(page, button)));
  });
  document.addEventListener('input', (event) => grade(page, event.target as HTMLElement));
}

async function unlock(page: CaucusInPage, form: HTMLFormElement): Promise<void> {
  const { privateKey } = page.facts;
  if (!privateKey) return;
  const field = secret(form, 'passphrase');
  const key = await busily(page, () =>
    unlockWithPassphrase(bytes(privateKey.byPassphrase), field.value),
  );
  hush(page);
  if (!key) return sayAt(field, word(page, 'say.wrong-passphrase'));
  field.value = '';
  await useKey(page, key);
}

async function openByPasskey(page: CaucusInPage): Promise<void> {
  const key = await unlockWithPasskey(page);
  hush(page);
  if (key) await useKey(page, key);
  else say(page, word(page, 'say.no-passkey'));
}

async function useKey(page: CaucusInPage, key: PersonKey): Promise<void> {
  page.key = key;
  remember(page, key);
  await settle(page);
}

function suggest(page: CaucusInPage, button: HTMLElement): void {
  const form = button.closest('form');
  const place = form?.querySelector('[data-suggestion]');
  if (!form || !place) return;
  const passphrase = suggestPassphrase();
  place.textContent = passphrase;
  secret(form, 'passphrase').value = passphrase;
  grade(page, secret(form, 'passphrase'));
}

function grade(page: CaucusInPage, field: HTMLElement): void {
  const place = field.closest('form')?.querySelector('[data-grade]');
  if (!place || !(field instanceof HTMLInputElement) || field.dataset.secret !== 'passphrase')
    return;
  place.textContent = field.value ? word(page, `grade.${gradePassphrase(field.value)}`) : '';
}

async function copy(page: CaucusInPage): Promise<void> {
  const posts = [...page.root.querySelectorAll<HTMLElement>('[data-posts] [data-words]')];
  const newest = posts.at(-1);
  await navigator.clipboard.writeText(newest?.dataset.words ?? '');
  const place = page.root.querySelector('[data-copied]');
  if (place) place.textContent = word(page, 'copied');
}

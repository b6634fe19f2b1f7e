import { type PersonKey, personKeyOf } from '../sealing/person-key.ts';
import type { CaucusInPage } from './page.ts';

const prefix = 'concord-key:';
const idleMs = 3_600_000;

/**
 * The unlocked key lives in this tab alone (sessionStorage): pages come and go while people read, and
 * nobody types a passphrase for each. It goes with the tab, on signing out, on Lock, after an idle hour.
 */
export function remember(page: CaucusInPage, { identity }: PersonKey): void {
  const kept = JSON.stringify({ identity, until: Date.now() + idleMs });
  sessionStorage.setItem(nameOf(page), kept);
}

export async function recall(page: CaucusInPage): Promise<PersonKey | null> {
  // Another person's, or another organization's, is none of this page's business.
  for (const name of Object.keys(sessionStorage))
    if (name.startsWith(prefix) && name !== nameOf(page)) sessionStorage.removeItem(name);
  const kept = sessionStorage.getItem(nameOf(page));
  if (!kept) return null;
  const { identity, until } = JSON.parse(kept) as { identity: string; until: number };
  if (Date.now() > until) {
    forget();
    return null;
  }
  return personKeyOf(identity);
}

export function forget(): void {
  for (const name of Object.keys(sessionStorage))
    if (name.startsWith(prefix)) sessionStorage.removeItem(name);
}

/** Locks when the tab was left alone for an hour, or when any tab of this browser locks. */
export function lockWhenLeft(page: CaucusInPage): void {
  const others = new BroadcastChannel('concord-lock');
  const leave = () => {
    forget();
    location.reload();
  };
  others.addEventListener('message', ({ data: sender }) => {
    // This page is on its way already.
    if (sender !== performance.timeOrigin) leave();
  });
  let timer = setTimeout(leave, idleMs);
  const stay = () => {
    clearTimeout(timer);
    timer = setTimeout(leave, idleMs);
    if (page.key) remember(page, page.key);
  };
  for (const sign of ['keydown', 'pointerdown']) document.addEventListener(sign, stay);
}

export function lockEverywhere(): void {
  forget();
  new BroadcastChannel('concord-lock').postMessage(performance.timeOrigin);
  location.reload();
}

const nameOf = ({ facts }: CaucusInPage) => `${prefix}${facts.organizationId}:${facts.personId}`;

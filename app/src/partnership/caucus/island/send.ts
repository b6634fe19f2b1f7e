import { toBase64 } from '../sealing/base64.ts';
import type { Access } from '../sealing/steps.ts';
import { type CaucusInPage, hush, say, word } from './page.ts';

type Value = string | number | Uint8Array | Access;

/** What a form carries; an access goes as its four parts with spaces between. */
export type Fields = Readonly<Record<string, Value | readonly Value[]>>;

function textOf(value: Value): string {
  if (typeof value !== 'object') return String(value);
  if (value instanceof Uint8Array) return toBase64(value);
  const { personId, recipient, wrapped, statement } = value;
  return [personId, recipient, toBase64(wrapped), toBase64(statement)].join(' ');
}

/** Sends what was sealed and goes where the server leads. False, with words, when it was not taken. */
export async function send(page: CaucusInPage, path: string, fields: Fields): Promise<boolean> {
  const body = new URLSearchParams();
  for (const [name, value] of Object.entries(fields))
    for (const one of Array.isArray(value) ? value : [value]) body.append(name, textOf(one));
  const response = await fetch(`${page.facts.base}${path}`, { method: 'POST', body }).catch(
    () => null,
  );
  if (response?.ok && response.redirected) {
    wantsToStay = false;
    location.assign(response.url);
    return true;
  }
  hush(page);
  say(page, word(page, response?.status === 409 ? 'say.meanwhile' : 'say.not-sent'));
  return false;
}

let wantsToStay = false;

/** What was typed is nowhere else: the browser asks before it throws it away. */
export function keepTyped(root: HTMLElement): void {
  root.addEventListener('input', (event) => {
    if (event.target instanceof HTMLTextAreaElement) wantsToStay = event.target.value !== '';
  });
  window.addEventListener('beforeunload', (event) => {
    if (wantsToStay) event.preventDefault();
  });
}

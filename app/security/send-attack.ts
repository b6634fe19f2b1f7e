import { type Answered, tryAnswer } from '../leaks/answers.ts';
import { headersOf } from '../leaks/requests.ts';
import type { Tally } from '../leaks/tally.ts';
import { type Attack, readerOf, type Target } from './attack.ts';
import { unsoundMarkup } from './markup.ts';
import { spreadsheetFormulas } from './spreadsheet.ts';

/** What an answer to a hostile request may be at all. Anything from 500 is our mistake. */
const calm = [200, 301, 303, 304, 400, 403, 404, 405, 409, 413, 415, 422, 429];

const fits: Record<NonNullable<Attack['must']>, (status: number) => boolean> = {
  'be accepted': (status) => status === 303,
  'be refused': (status) => status >= 400,
  'be forbidden': (status) => status === 403,
  'be too large': (status) => status === 413,
  'look like nothing': (status) => status === 404,
};

/** Sends it and looks at the answer: its status, its headers, its markup, and whose words are in it. */
export async function sendAttack(
  target: Target,
  attack: Attack,
  tally: Tally,
): Promise<{ status: number; text: string }> {
  const { actor, method, path, body } = attack;
  const headers = { ...headersOf(actor), ...attack.headers };
  const what = `${actor.key} sending ${method} ${path.slice(0, 160)} ${short(attack.headers)}`;
  const response = await target.hono.request(`http://concord.test${path}`, {
    method,
    headers,
    ...(body === undefined ? {} : { body }),
  });
  const text = await response.text();
  const { status } = response;
  if (!calm.includes(status)) tally.failures.push(`${what}: ${status}`);
  if (attack.must && !fits[attack.must](status))
    tally.failures.push(`${what} must ${attack.must} and is answered ${status}`);
  for (const problem of [
    ...unsoundHeaders(response.headers),
    ...unsoundBody(response.headers.get('content-type') ?? '', text),
  ])
    tally.failures.push(`${what}: ${problem}`);
  const head = [...response.headers].map(([name, value]) => `${name}: ${value}`).join('\n');
  const answered: Answered = { status, text: `${head}\n\n${text}` };
  const asked = `${path} ${body instanceof Uint8Array ? '' : String(body ?? '')}`;
  for (const id of String(body ?? '').match(uuid) ?? []) target.sentIds.add(id);
  const told = [attack.told, ...target.sentIds].join(' ');
  tryAnswer(target.matrix, readerOf(target, attack), answered, { what, told, asked }, tally);
  return { status, text };
}

const uuid = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;
const short = (value: unknown) => JSON.stringify(value ?? '').slice(0, 200);

function unsoundHeaders(headers: Headers): string[] {
  const problems: string[] = [];
  const to = headers.get('location');
  if (to !== null && new URL(to, 'http://concord.test').origin !== 'http://concord.test')
    problems.push(`leads to ${to}`);
  if (to !== null && /^\s*[/\\]{2}/.test(to)) problems.push(`leads to ${to}`);
  for (const cookie of headers.getSetCookie())
    if (/zqh/i.test(cookie)) problems.push(`sets the cookie ${cookie}`);
  if (!headers.get('content-security-policy')?.includes("default-src 'none'"))
    problems.push('has no content security policy');
  if (headers.get('x-content-type-options') !== 'nosniff') problems.push('may be sniffed');
  return problems;
}

function unsoundBody(type: string, text: string): string[] {
  if (type.startsWith('text/html')) return unsoundMarkup(text);
  if (type.startsWith('text/csv')) return spreadsheetFormulas(text);
  return [];
}

import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeAccount } from '../partnership/account/server.ts';
import { type TestPartnership, testPartnership } from '../partnership/testing/test-partnership.ts';
import { createApp } from './app.ts';
import type { Services } from './services.ts';
import { testServices } from './testing/test-services.ts';

let it: TestPartnership;
let services: Services;
let letters: { email: string; token: string }[];
let hono: ReturnType<typeof createApp>['hono'];
const right = 'a lamp for every desk';
beforeAll(async () => {
  it = await testPartnership();
  letters = [];
  services = testServices(it, { sendMagicLink: async (letter) => void letters.push(letter) });
  ({ hono } = createApp(services));
  const ana = { name: 'Ana', email: 'ana@test.example', password: right, locale: 'en' };
  await makeAccount(services.signIn, ana, { device: '', before: null, next: '/' });
  await services.signIn.settled();
  letters.splice(0);
  await it.database.owner.query(`update auth."user" set email_verified = true where name = 'Ana'`);
});
afterAll(() => it.close());

const ask = async (path: string, fields: Record<string, string>, cookie = '') =>
  hono.request(`http://concord.test${path}`, {
    method: 'POST',
    body: new URLSearchParams(fields),
    headers: {
      'sec-fetch-site': 'same-origin',
      cookie,
      'user-agent': 'Mozilla Firefox/140 Windows',
    },
  });
const get = (path: string, cookie: string) =>
  hono.request(`http://concord.test${path}`, { headers: { cookie } });
const password = (email: string, text: string, next = '/') =>
  ask('/sign-in', { email, password: text, next });
const cookieOf = (answer: Response) => (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '';

test('the right password opens a session, and leads only to our own pages', async () => {
  const evil = ['//evil.example', 'https://evil.example', '/\\evil.example', '/\t/evil.example'];
  for (const next of evil) {
    const answer = await password('ana@test.example', right, next);
    expect([next, answer.status]).toEqual([next, 303]);
    expect([next, answer.headers.get('location')]).not.toEqual([
      next,
      expect.stringContaining('//'),
    ]);
    expect(answer.headers.get('location')).toMatch(/^\/(?![/\\])/);
    expect(answer.headers.get('set-cookie')).toMatch(/HttpOnly/i);
  }
});

test('a wrong password and an unknown address get the same answer', async () => {
  const wrong = await password('ana@test.example', 'not this one');
  const unknown = await password('nobody@test.example', 'not this one');
  expect([wrong.status, unknown.status]).toEqual([422, 422]);
  const plain = async (answer: Response, email: string) =>
    (await answer.text()).replaceAll(email, '…');
  expect(await plain(wrong, 'ana@test.example')).toBe(await plain(unknown, 'nobody@test.example'));
});

test('the page after the address is the same for every address', async () => {
  const texts = await Promise.all(
    ['ana@test.example', 'nobody@test.example'].map(async (email) =>
      (await (await ask('/sign-in/password', { email, next: '/' })).text()).replaceAll(email, '…'),
    ),
  );
  expect(texts[0]).toBe(texts[1]);
});

test('too many tries wait a while, and only a while', async () => {
  for (let tries = 0; tries < 12; tries += 1) await password('ana@test.example', 'guess');
  const blocked = await password('ana@test.example', right);
  expect(blocked.status).toBe(422);
  expect(await blocked.text()).toContain('Too many tries');
  it.clock.advance(11 * 60_000);
  expect((await password('ana@test.example', right)).status).toBe(303);
});

test('a link by mail works once; asking says the same for every address', async () => {
  const known = await ask('/sign-in/link', { email: 'ana@test.example', next: '/account' });
  const unknown = await ask('/sign-in/link', { email: 'bob@test.example', next: '/account' });
  expect((await known.text()).replaceAll('ana@', '@')).toBe(
    (await unknown.text()).replaceAll('bob@', '@'),
  );
  await services.signIn.settled();
  expect(letters.map(({ email }) => email)).toEqual(['ana@test.example']);
  const path = `/sign-in/link/${letters[0]?.token}`;
  expect((await get(path, '')).status).toBe(200);
  const first = await ask(path, {});
  expect([first.status, first.headers.get('set-cookie') !== null]).toEqual([303, true]);
  const again = await ask(path, {});
  expect(again.status).toBe(422);
  expect(again.headers.get('set-cookie') ?? '').not.toContain('session_token');
});

test('a link that is too old does nothing', async () => {
  letters.splice(0);
  await ask('/sign-in/link', { email: 'ana@test.example', next: '/' });
  await services.signIn.settled();
  it.clock.advance(15 * 60_000);
  expect((await ask(`/sign-in/link/${letters[0]?.token}`, {})).status).toBe(422);
});

test('the first letter that is opened ends what was set up before, once', async () => {
  const bea = { name: 'Bea', email: 'bea@test.example', password: right, locale: 'en' };
  const made = await makeAccount(services.signIn, bea, { device: '', before: null, next: '/' });
  const squatter = made?.cookies[0]?.split(';')[0] ?? '';
  expect((await get('/account', squatter)).status).toBe(200);
  letters.splice(0);
  await ask('/sign-in/link', { email: 'bea@test.example', next: '/' });
  await services.signIn.settled();
  const opened = await ask(`/sign-in/link/${letters.at(-1)?.token}`, {});
  expect(opened.headers.get('location')).toBe('/account?done=proved');
  expect((await get('/account', squatter)).status).toBe(303);
  expect((await password('bea@test.example', right)).status).toBe(422);
});

test('a letter opened in the browser of the account itself ends nothing', async () => {
  const cleo = { name: 'Cleo', email: 'cleo@test.example', password: right, locale: 'en' };
  letters.splice(0);
  const made = await makeAccount(services.signIn, cleo, {
    device: '',
    before: null,
    next: '/',
  });
  await services.signIn.settled();
  const cookie = made?.cookies[0]?.split(';')[0] ?? '';
  const opened = await ask(`/sign-in/link/${letters[0]?.token}`, {}, cookie);
  expect(opened.headers.get('location')).toBe('/');
  expect((await password('cleo@test.example', right)).status).toBe(303);
});

test('sessions are listed, ended one by one, all others, and everywhere', async () => {
  it.clock.advance(11 * 60_000);
  const cookies: string[] = [];
  for (let device = 0; device < 4; device += 1) {
    cookies.push(cookieOf(await password('ana@test.example', right)));
  }
  const [here = '', second = '', third = ''] = cookies;
  const works = async () =>
    Promise.all(cookies.map(async (cookie) => (await get('/account', cookie)).status));
  const listed = await (await get('/account', here)).text();
  expect(listed).toContain('Firefox, Windows');
  expect(listed).toContain('This device');
  const { rows } = await it.database.owner.query<{ id: string }>(
    `select id from auth.session where token_hash = sha256(convert_to($1, 'UTF8'))`,
    [second.split('=')[1]],
  );
  await ask('/account/sessions/end', { session: rows[0]?.id ?? '' }, third);
  expect(await works()).toEqual([200, 303, 200, 200]);
  await ask('/account/sessions/end-others', {}, third);
  expect(await works()).toEqual([303, 303, 200, 303]);
  await ask('/account/sessions/end-all', {}, third);
  expect(await works()).toEqual([303, 303, 303, 303]);
});

test('nobody ends a session of somebody else', async () => {
  const { rows } = await it.database.owner.query<{ id: string }>(
    `select id from auth.session where token_hash = sha256('president')`,
  );
  const cookie = cookieOf(await password('ana@test.example', right));
  await ask('/account/sessions/end', { session: rows[0]?.id ?? '' }, cookie);
  expect((await get('/account', 'concord.session_token=president')).status).toBe(200);
});

test('signing in again ends the session that this browser had', async () => {
  const first = cookieOf(await password('ana@test.example', right));
  await ask('/sign-in', { email: 'ana@test.example', password: right, next: '/' }, first);
  expect((await get('/account', first)).status).toBe(303);
});

test('a session ends after 30 days, and signing out ends it at once', async () => {
  const cookie = cookieOf(await password('ana@test.example', right));
  await ask('/sign-out', {}, cookie);
  expect((await get('/account', cookie)).status).toBe(303);
  const other = cookieOf(await password('ana@test.example', right));
  it.clock.advance(30 * 86_400_000);
  expect((await get('/account', other)).status).toBe(303);
  it.clock.advance(-30 * 86_400_000);
});

test('the database keeps no token that opens anything', async () => {
  const cookie = cookieOf(await password('ana@test.example', right));
  const token = cookie.split('=')[1] ?? '';
  const { rows } = await it.database.owner.query<{ row: unknown }>(
    'select to_jsonb(s) as row from auth.session s',
  );
  expect(token.length).toBeGreaterThan(40);
  expect(JSON.stringify(rows)).not.toContain(token);
  expect(JSON.stringify(rows)).not.toContain(Buffer.from(token).toString('hex'));
});

test('an unknown address takes as long as a wrong password', async () => {
  it.clock.advance(11 * 60_000);
  let [known, unknown] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  const took = async (email: string) => {
    const began = performance.now();
    await password(email, 'not this one');
    return performance.now() - began;
  };
  // In turns, so that what else the machine does falls on both.
  for (let tries = 0; tries < 8; tries += 1) {
    known = Math.min(known, await took('ana@test.example'));
    unknown = Math.min(unknown, await took(`nobody${tries}@test.example`));
  }
  console.log(`wrong password ${known.toFixed(0)} ms, unknown address ${unknown.toFixed(0)} ms`);
  // Hashing is nearly all of it; without it an unknown address would take a tenth.
  expect(unknown / known).toBeGreaterThan(0.5);
  expect(unknown / known).toBeLessThan(1.9);
});

import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { codeOf, stepAt } from '../partnership/account/authenticator/one-time-code.ts';
import { makeAccount } from '../partnership/account/server.ts';
import { type Browsing, browsing } from '../partnership/account/testing/browsing.ts';
import { invitationToken } from '../partnership/invitation/index.ts';
import { inviteToSeat } from '../partnership/invitation/server.ts';
import { addSeat } from '../partnership/seat/server.ts';
import { type TestPartnership, testPartnership } from '../partnership/testing/test-partnership.ts';
import { signerWith } from '../platform/signer.ts';
import { createApp } from './app.ts';
import type { Services } from './services.ts';
import { testServices } from './testing/test-services.ts';

const origin = 'http://concord.test';
const right = 'a lamp for every desk';
let it: TestPartnership;
let services: Services;
let hono: ReturnType<typeof createApp>['hono'];
let letters: { email: string; token: string }[];
let number = 0;
let email: string;
let person: Browsing;

beforeAll(async () => {
  it = await testPartnership();
  letters = [];
  services = testServices(it, { sendMagicLink: async (letter) => void letters.push(letter) });
  ({ hono } = createApp(services));
});
afterAll(() => it.close());
beforeEach(async () => {
  number += 1;
  email = `person${number}@test.example`;
  const account = { name: `Zoe ${number}`, email, password: right, locale: 'en' };
  const made = await makeAccount(services.signIn, account, { device: '', before: null, next: '/' });
  await services.signIn.settled();
  letters.splice(0);
  person = browsing(hono, origin);
  person.keep(made?.cookies[0] ?? '');
});

const signIn = async (password: string, browser = browsing(hono, origin)) => {
  const answer = await browser.post('/sign-in', { email, password, next: '/account' });
  return { browser, answer };
};
const wait = (minutes: number) => it.clock.advance(minutes * 60_000);

test('changing the password asks for the one of now, and ends all other sessions', async () => {
  const other = (await signIn(right)).browser;
  wait(16);
  const change = (current: string, password: string) =>
    person.post('/account/password', { current, password });
  expect(await (await change('not it', 'gravel teapot umbra')).text()).toContain(
    'not your password now',
  );
  expect((await change(right, 'gravel teapot umbra')).headers.get('location')).toBe(
    '/account?done=password',
  );
  expect((await other.get('/account')).status).toBe(303);
  expect((await person.get('/account')).status).toBe(200);
  expect((await signIn(right)).answer.status).toBe(422);
  expect((await signIn('gravel teapot umbra')).answer.status).toBe(303);
});

test('a password that others would guess is refused beside its field', async () => {
  const refusals = {
    short: 'at least 10 characters',
    'Password2026!': 'would be guessed early',
    [`zoe${email}`]: 'would be guessed early',
    [right]: 'the password you have now',
    ['x'.repeat(129)]: '128',
  };
  for (const [password, words] of Object.entries(refusals)) {
    const answer = await person.post('/account/password', { password });
    expect([password, answer.status]).toEqual([password, 422]);
    expect(await answer.text()).toContain(words);
  }
  expect((await signIn(right)).answer.status).toBe(303);
});

test('the last way in is not given up', async () => {
  const answer = await person.post('/account/password/remove');
  expect(answer.status).toBe(422);
  expect(await answer.text()).toContain('no way in left');
  services.mailLeaves = true;
  expect((await person.post('/account/password/remove')).status).toBe(303);
  services.mailLeaves = false;
  expect((await signIn(right)).answer.status).toBe(422);
});

/** Sets an app up: its secret, as the page shows it, and the recovery codes. */
async function setUpApp(): Promise<{ secret: Buffer; codes: string[] }> {
  const page = await (await person.get('/account/authenticator')).text();
  const shown = /value="([A-Z2-7]{32})"/.exec(page)?.[1] ?? '';
  const secret = fromBase32(shown);
  const code = codeOf(secret, stepAt(it.clock.now()));
  const answer = await person.post('/account/authenticator', { code });
  const codes = [...(await answer.text()).matchAll(/<code>([^<]+)<\/code>/g)].map(
    ([, one]) => one!,
  );
  return { secret, codes };
}

function fromBase32(text: string): Buffer {
  const bits = [...text]
    .map((char) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(char).toString(2).padStart(5, '0'))
    .join('');
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
}

test('with an app, neither the password nor a mailed link is enough', async () => {
  const { secret } = await setUpApp();
  wait(1);
  const { browser, answer } = await signIn(right);
  expect(answer.headers.get('location')).toBe('/sign-in/code');
  expect(browser.cookie('concord.session_token')).toBe('');
  const wrong = await browser.post('/sign-in/code', { code: '000000' });
  expect([wrong.status, browser.cookie('concord.session_token')]).toEqual([422, '']);
  const code = codeOf(secret, stepAt(it.clock.now()));
  const done = await browser.post('/sign-in/code', {
    code: ` ${code.slice(0, 3)} ${code.slice(3)}`,
  });
  expect([done.status, done.headers.get('location')]).toEqual([303, '/account']);

  const byLink = browsing(hono, origin);
  await byLink.post('/sign-in/link', { email, next: '/account' });
  await services.signIn.settled();
  const opened = await byLink.post(`/sign-in/link/${letters.at(-1)?.token}`);
  expect(opened.headers.get('location')).toBe('/sign-in/code');
  expect((await byLink.get('/account')).status).toBe(303);
  // The code that was used is not taken again, and neither is the one that turned the app on.
  expect((await byLink.post('/sign-in/code', { code })).status).toBe(422);
});

test('each of the ten recovery codes works once, and its use is told by mail', async () => {
  const { codes } = await setUpApp();
  expect(codes).toHaveLength(10);
  const [first = ''] = codes;
  const { browser } = await signIn(right);
  const done = await browser.post('/sign-in/code', { code: first.toUpperCase() });
  expect(done.headers.get('location')).toBe('/account?done=recovered');
  expect(await (await browser.get('/account')).text()).toContain('9 recovery codes are left');
  const again = (await signIn(right)).browser;
  expect((await again.post('/sign-in/code', { code: first })).status).toBe(422);
  const { rows } = await it.database.owner.query<{ body: string }>(
    'select body from mail where to_address = $1',
    [email],
  );
  expect(rows.some(({ body }) => body.includes('a recovery code was used'))).toBe(true);
  const { rows: kept } = await it.database.owner.query<{ row: unknown }>(
    'select to_jsonb(r) as row from auth.recovery_code r',
  );
  expect(JSON.stringify(kept)).not.toContain(first.replaceAll('-', ''));
});

test('turning the app off takes a code', async () => {
  const { secret, codes } = await setUpApp();
  expect((await person.post('/account/authenticator/off', { code: '000000' })).status).toBe(422);
  wait(1);
  const fresh = await person.post('/account/authenticator/codes', {
    code: codeOf(secret, stepAt(it.clock.now())),
  });
  expect(await fresh.text()).not.toContain(codes[0]);
  expect((await person.post('/account/authenticator/off', { code: codes[0] ?? '' })).status).toBe(
    422,
  );
  wait(1);
  const off = await person.post('/account/authenticator/off', {
    code: codeOf(secret, stepAt(it.clock.now())),
  });
  expect(off.headers.get('location')).toBe('/account?done=app-off');
  expect((await signIn(right)).answer.headers.get('location')).toBe('/account');
});

test('codes cannot be guessed: five for each sign-in, ten in ten minutes, then a wait that ends', async () => {
  const { secret, codes } = await setUpApp();
  const statuses: string[] = [];
  for (let visit = 0; visit < 3; visit += 1) {
    const { browser } = await signIn(right);
    for (let guess = 0; guess < 6; guess += 1) {
      const answer = await browser.post('/sign-in/code', { code: `00000${guess}` });
      const text = await answer.text();
      statuses.push(
        text.includes('Too many codes') ? 'wait' : text.includes('too long') ? 'over' : 'no',
      );
    }
  }
  expect(statuses.filter((one) => one === 'no').length).toBeLessThanOrEqual(9);
  expect(statuses.at(-1)).toBe('wait');
  // Whoever holds a recovery code is not kept out meanwhile.
  const { browser } = await signIn(right);
  expect((await browser.post('/sign-in/code', { code: codes[3] ?? '' })).status).toBe(303);
  wait(11);
  const later = (await signIn(right)).browser;
  const code = codeOf(secret, stepAt(it.clock.now()));
  expect((await later.post('/sign-in/code', { code })).status).toBe(303);
});

test('how one signs in is changed only by somebody who signed in a moment ago', async () => {
  wait(16);
  for (const path of ['/account/authenticator', '/account/passkeys']) {
    expect(await (await person.get(path)).text()).toContain('sign in once more');
  }
  const posts = {
    '/account/authenticator': { code: '000000' },
    '/account/authenticator/off': { code: '000000' },
    '/account/authenticator/codes': { code: '000000' },
    '/account/password/remove': {},
    '/account/passkeys/question': {},
    '/account/passkeys/remove': { passkey: 'x' },
  };
  for (const [path, fields] of Object.entries(posts)) {
    expect([path, (await person.post(path, fields)).status]).toEqual([path, 422]);
  }
});

test('an invitation does not tell who has an account', async () => {
  const token = await it.as('superintendent', async (ctx) => {
    const { organizationId } = ctx.actor.seat;
    const seatId = await addSeat(ctx, { organizationId, title: 'Clerk', lead: false });
    const id = await inviteToSeat(ctx, { seatId, sort: 'holder', name: 'Ned' });
    return invitationToken(signerWith('test'), { partnershipId: it.partnershipId, id });
  });
  const join = (password: string) =>
    browsing(hono, origin).post(`/join/${token}`, { name: 'Ned', email, password });
  const taken = await join('gravel teapot umbra');
  expect(taken.status).toBe(422);
  expect(await taken.text()).not.toMatch(/exists|already an account|account with this address/);
  for (let tries = 0; tries < 10; tries += 1) await join('gravel teapot umbra');
  expect(await (await join(right)).text()).toContain('Too many tries');
  wait(61);
  // The account's own person takes the seat with it.
  expect((await join(right)).headers.get('location')).toBe(`/p/${it.slug}?done=joined`);
});

test('over https cookies are bound to this host, and no others are taken', async () => {
  const { baseUrl: _, ...rest } = services;
  const secured = createApp({
    ...rest,
    baseUrl: 'https://concord.test',
    signIn: { ...services.signIn, secure: true, baseUrl: 'https://concord.test' },
  }).hono;
  const answer = await secured.request('https://concord.test/sign-in', {
    method: 'POST',
    body: new URLSearchParams({ email, password: right, next: '/' }),
    headers: { 'sec-fetch-site': 'same-origin' },
  });
  const cookie = answer.headers.get('set-cookie') ?? '';
  expect(cookie).toMatch(/^__Host-concord\.session_token=[\w-]{43}; /);
  for (const part of ['Path=/', 'Secure', 'HttpOnly', 'SameSite=Lax'])
    expect(cookie).toContain(part);
  expect(cookie).not.toMatch(/domain/i);
  const pair = cookie.split(';')[0] ?? '';
  const at = (value: string) =>
    secured.request('https://concord.test/account', { headers: { cookie: value } });
  expect((await at(pair)).status).toBe(200);
  expect((await at(pair.replace('__Host-', ''))).status).toBe(303);
  expect((await at(pair.replace('__Host-', '__Secure-'))).status).toBe(303);
});

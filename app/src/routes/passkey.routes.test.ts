import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { addAccount, openSession } from '../partnership/account/server.ts';
import { type Browsing, browsing } from '../partnership/account/testing/browsing.ts';
import {
  type Behaviour,
  type SoftAuthenticator,
  softAuthenticator,
} from '../partnership/account/testing/soft-authenticator.ts';
import { type TestPartnership, testPartnership } from '../partnership/testing/test-partnership.ts';
import { createApp } from './app.ts';
import type { Services } from './services.ts';
import { testServices } from './testing/test-services.ts';

const origin = 'http://concord.test';
const site = { origin, rpId: 'concord.test' };
let it: TestPartnership;
let services: Services;
let hono: ReturnType<typeof createApp>['hono'];
let ana: Browsing;
let accountId: string;
let device: SoftAuthenticator;

beforeAll(async () => {
  it = await testPartnership();
  services = testServices(it);
  ({ hono } = createApp(services));
  accountId = await account('ana');
});
afterAll(() => it.close());
beforeEach(async () => {
  ana = await signedIn(accountId);
  device = softAuthenticator(site);
});

const account = async (name: string) =>
  (await addAccount(services.signIn, { name, email: `${name}@keys.example`, locale: 'en' }))!;
const signedIn = async (id: string) => {
  const arrival = { device: '', before: null };
  const browser = browsing(hono, origin);
  browser.keep(await openSession(services.signIn, { accountId: id, way: 'password', ...arrival }));
  return browser;
};
interface Question {
  options: { challenge: string };
  ticket: string;
}
const question = async (browser: Browsing, path: string): Promise<Question> =>
  (await browser.post(`${path}/question`)).json() as Promise<Question>;

async function add(browser = ana, behaviour: Behaviour = {}): Promise<Response> {
  const { options, ticket } = await question(browser, '/account/passkeys');
  const response = device.make(options, behaviour);
  return browser.post('/account/passkeys', { name: 'Key', ticket, response });
}
async function use(behaviour: Behaviour = {}): Promise<{ browser: Browsing; answer: Response }> {
  const browser = browsing(hono, origin);
  const { options, ticket } = await question(browser, '/sign-in/passkey');
  const response = device.use(options, behaviour);
  const answer = await browser.post('/sign-in/passkey', { ticket, response, next: '/account' });
  return { browser, answer };
}
const opensNothing = ({ browser, answer }: { browser: Browsing; answer: Response }) => {
  expect(answer.status).toBe(422);
  expect(browser.cookie('concord.session_token')).toBe('');
};

test('a passkey that was added signs in, again and again, and is told by mail', async () => {
  expect((await add()).headers.get('location')).toBe('/account/passkeys?done=passkey-added');
  for (let times = 0; times < 2; times += 1) {
    const { browser, answer } = await use();
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/account']);
    expect(await (await browser.get('/account')).text()).toContain('ana@keys.example');
  }
  const { rows } = await it.database.owner.query(
    `select from mail where to_address = 'ana@keys.example' and body like '%a passkey was added%'`,
  );
  expect(rows).toHaveLength(1);
});

const wrong: Record<string, Behaviour> = {
  'another origin': { origin: 'http://concord.evil' },
  'another site of the same browser': { rpId: 'evil.test' },
  'another question': { challenge: Buffer.alloc(32, 7).toString('base64url') },
  'without having seen its owner': { userVerified: false },
};

test.each(Object.entries(wrong))('made for %s is not kept', async (_what, behaviour) => {
  expect((await add(ana, behaviour)).status).toBe(422);
  opensNothing(await use());
});

test.each(Object.entries(wrong))('an answer for %s opens nothing', async (_what, behaviour) => {
  expect((await add()).status).toBe(303);
  opensNothing(await use(behaviour));
});

test('a passkey whose counter does not move on has been copied', async () => {
  await add();
  expect((await use({ counter: 50 })).answer.status).toBe(303);
  opensNothing(await use({ counter: 50 }));
  opensNothing(await use({ counter: 49 }));
  expect((await use({ counter: 51 })).answer.status).toBe(303);
});

test('an answer works once, and not after five minutes', async () => {
  await add();
  const browser = browsing(hono, origin);
  const { options, ticket } = await question(browser, '/sign-in/passkey');
  const response = device.use(options);
  const send = () => browser.post('/sign-in/passkey', { ticket, response });
  expect((await send()).status).toBe(303);
  expect((await send()).status).toBe(422);
  const late = await question(browser, '/sign-in/passkey');
  it.clock.advance(5 * 60_000);
  const answer = await browser.post('/sign-in/passkey', {
    ticket: late.ticket,
    response: device.use(late.options),
  });
  expect(answer.status).toBe(422);
});

test('a question put to somebody else is not answered for oneself', async () => {
  const bob = await signedIn(await account('bob'));
  const theirs = await question(bob, '/account/passkeys');
  const answer = await ana.post('/account/passkeys', {
    name: 'Key',
    ticket: theirs.ticket,
    response: device.make(theirs.options),
  });
  expect(answer.status).toBe(422);
  // Nor is a question for signing in one for adding.
  const other = await question(ana, '/sign-in/passkey');
  const crossed = await ana.post('/account/passkeys', {
    name: 'Key',
    ticket: other.ticket,
    response: device.make(other.options),
  });
  expect(crossed.status).toBe(422);
});

test('a passkey is kept once, and only its owner names or removes it', async () => {
  expect((await add()).status).toBe(303);
  const cleo = await signedIn(await account('cleo'));
  const twice = await add(cleo);
  expect(await twice.text()).toContain('has a passkey for you already');
  await cleo.post('/account/passkeys/name', { passkey: device.id, name: 'Mine' });
  await cleo.post('/account/passkeys/remove', { passkey: device.id });
  expect((await use()).answer.status).toBe(303);
  await ana.post('/account/passkeys/name', { passkey: device.id, name: 'Desk <b>' });
  expect(await (await ana.get('/account/passkeys')).text()).toContain('Desk &lt;b>');
  await ana.post('/account/passkeys/remove', { passkey: device.id });
  opensNothing(await use());
});

test('what is no answer of a browser is refused in words', async () => {
  for (const response of ['', '{', 'null', '[]', '{"id":1}', '{"id":"x","type":"public-key"}']) {
    const browser = browsing(hono, origin);
    const { ticket } = await question(browser, '/sign-in/passkey');
    const answer = await browser.post('/sign-in/passkey', { ticket, response });
    expect([response, answer.status]).toEqual([response, 422]);
  }
});

test('nobody adds a passkey who signed in a while ago, or not at all', async () => {
  expect((await browsing(hono, origin).post('/account/passkeys/question')).status).toBe(303);
  it.clock.advance(16 * 60_000);
  expect((await ana.post('/account/passkeys/question')).status).toBe(422);
  expect(await (await ana.get('/account/passkeys')).text()).toContain('sign in once more');
});

import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { addAccount, openSession } from '../partnership/account/server.ts';
import { type Browsing, browsing } from '../partnership/account/testing/browsing.ts';
import { type TestProvider, testProvider } from '../partnership/account/testing/test-provider.ts';
import { invitationToken } from '../partnership/invitation/index.ts';
import { inviteToSeat } from '../partnership/invitation/server.ts';
import { addSeat } from '../partnership/seat/server.ts';
import { type TestPartnership, testPartnership } from '../partnership/testing/test-partnership.ts';
import { signerWith } from '../platform/signer.ts';
import { createApp } from './app.ts';
import type { Services } from './services.ts';
import { testServices } from './testing/test-services.ts';

const back = 'http://concord.test/sign-in/district/back';
let it: TestPartnership;
let provider: TestProvider;
let services: Services;
let letters: { email: string; token: string; sort: string }[];
let hono: ReturnType<typeof createApp>['hono'];
let browser: Browsing;

beforeAll(async () => {
  provider = await testProvider((address) => address === back);
  it = await testPartnership();
  // Tokens of the provider carry the time of this machine.
  it.clock.set(new Date());
  letters = [];
  services = {
    ...testServices(it, {
      district: provider.settings,
      sendMagicLink: async (letter) => void letters.push(letter),
    }),
    mailLeaves: true,
  };
  ({ hono } = createApp(services));
});
afterAll(async () => {
  await provider.close();
  await it.close();
});
beforeEach(() => {
  letters.splice(0);
  browser = browsing(hono, 'http://concord.test');
});
afterEach(() => services.signIn.settled());

const person = (id: string, emailVerified = true) => {
  provider.people.set(id, { name: `${id} Lopez`, email: `${id}@lakeview.example`, emailVerified });
  return id;
};
const account = async (id: string) =>
  (await addAccount(services.signIn, { name: id, email: `${id}@lakeview.example`, locale: 'en' }))!;
const signedInAs = async (accountId: string) => {
  const arrival = { device: '', before: null };
  const cookie = await openSession(services.signIn, { accountId, way: 'password', ...arrival });
  browser.keep(cookie);
};

test('a person without an account gets none, and hears the same as one who has', async () => {
  await account('ada');
  const texts: string[] = [];
  for (const id of [person('ada'), person('bo')]) {
    browser = browsing(hono, 'http://concord.test');
    const answer = await browser.throughDistrict('/sign-in/district', id);
    const where = answer.headers.get('location') ?? '';
    expect(browser.cookie('concord.session_token')).toBe('');
    texts.push(where + (await (await browser.get(where)).text()));
  }
  expect(texts[0]).toBe(texts[1]);
  await services.signIn.settled();
  expect(letters.map(({ email, sort }) => [email, sort])).toEqual([
    ['ada@lakeview.example', 'join'],
  ]);
  expect(await countOf(`auth."user" where email = 'bo@lakeview.example'`)).toBe(0);
});

test('the letter joins the two; from then on the provider opens the account', async () => {
  await account('cy');
  await browser.throughDistrict('/sign-in/district?next=/account', person('cy'));
  await services.signIn.settled();
  const opened = await browser.post(`/sign-in/link/${letters[0]?.token}`);
  expect([opened.status, opened.headers.get('location')]).toEqual([303, '/account']);
  browser = browsing(hono, 'http://concord.test');
  const again = await browser.throughDistrict('/sign-in/district?next=/account', 'cy');
  expect([again.status, again.headers.get('location')]).toEqual([303, '/account']);
  expect(await (await browser.get('/account')).text()).toContain('cy@lakeview.example');
});

test('an address that the provider has not confirmed leads nowhere', async () => {
  await account('di');
  const answer = await browser.throughDistrict('/sign-in/district', person('di', false));
  expect(answer.headers.get('location')).toBe('/sign-in/district/so?what=unverified');
  const said = await browser.get('/sign-in/district/so?what=unverified');
  expect(await said.text()).toContain('has not confirmed your email address');
  await services.signIn.settled();
  expect(letters).toEqual([]);
});

test('somebody signed in joins it on their account, takes it off, and nobody else gets it', async () => {
  const [eva, flo] = [await account('eva'), await account('flo')];
  await signedInAs(eva);
  const joined = await browser.throughDistrict('/account/district', person('eva.staff'), 'POST');
  expect(joined.headers.get('location')).toBe('/account?done=district-linked');
  expect(await countOf(`mail where to_address = 'eva@lakeview.example'`)).toBe(1);

  browser = browsing(hono, 'http://concord.test');
  await signedInAs(flo);
  const taken = await browser.throughDistrict('/account/district', 'eva.staff', 'POST');
  expect(taken.headers.get('location')).toBe('/sign-in/district/so?what=taken');

  browser = browsing(hono, 'http://concord.test');
  expect((await browser.throughDistrict('/sign-in/district', 'eva.staff')).status).toBe(303);
  await browser.post('/account/district/unlink');
  browser = browsing(hono, 'http://concord.test');
  const off = await browser.throughDistrict('/sign-in/district', 'eva.staff');
  expect(off.headers.get('location')).toBe('/sign-in/district/so?what=sent');
});

test('an invitation is taken with a new account, and only an open one', async () => {
  const token = await it.as('superintendent', async (ctx) => {
    const { organizationId } = ctx.actor.seat;
    const seatId = await addSeat(ctx, { organizationId, title: 'Coach', lead: false });
    const id = await inviteToSeat(ctx, { seatId, sort: 'holder', name: 'Gil' });
    return invitationToken(signerWith('test'), { partnershipId: it.partnershipId, id });
  });
  expect(await (await browser.get(`/join/${token}`)).text()).toContain('Lakeview staff sign-in');
  const joined = await browser.throughDistrict(`/join/${token}/district`, person('gil'));
  expect(joined.headers.get('location')).toBe(`/p/${it.slug}?done=joined`);
  expect(await (await browser.get(`/p/${it.slug}`)).text()).toContain('gil Lopez');

  browser = browsing(hono, 'http://concord.test');
  const late = await browser.throughDistrict(`/join/${token}/district`, person('hal'));
  expect(late.headers.get('location')).toBe(`/join/${token}`);
  expect(await countOf(`auth."user" where email = 'hal@lakeview.example'`)).toBe(0);
});

test('a way back works once, in the browser that left, and not for long', async () => {
  await account('ida');
  const way = await browser.backFromDistrict('/sign-in/district', person('ida'));
  const elsewhere = browsing(hono, 'http://concord.test');
  expect((await elsewhere.get(way)).status).toBe(422);
  expect((await browser.get(way)).status).toBe(303);
  expect((await browser.get(way)).status).toBe(422);

  const late = await browser.backFromDistrict('/sign-in/district', 'ida');
  it.clock.advance(16 * 60_000);
  expect((await browser.get(late)).status).toBe(422);
  it.clock.set(new Date());
});

test('a way back with another state, another issuer or a refusal leads nowhere', async () => {
  const spoil = [
    (way: URL) => way.searchParams.set('state', 'x'.repeat(43)),
    (way: URL) => way.searchParams.delete('state'),
    (way: URL) => way.searchParams.set('iss', 'https://evil.example'),
    (way: URL) => way.searchParams.delete('iss'),
    (way: URL) => way.searchParams.set('code', 'x'.repeat(43)),
    (way: URL) => way.searchParams.delete('code'),
    (way: URL) => way.searchParams.set('error', 'access_denied'),
  ];
  for (const change of spoil) {
    browser = browsing(hono, 'http://concord.test');
    const way = new URL(await browser.backFromDistrict('/sign-in/district', person('jo')));
    change(way);
    const answer = await browser.get(way.href);
    expect([change.toString(), answer.status]).toEqual([change.toString(), 422]);
    expect(await answer.text()).toContain('This sign-in did not go through');
  }
});

test('a code that was meant for another visit does not fit this one', async () => {
  await account('kay');
  await account('lea');
  const attacker = browsing(hono, 'http://concord.test');
  const theirs = new URL(await attacker.backFromDistrict('/sign-in/district', person('kay')));
  const own = new URL(await browser.backFromDistrict('/sign-in/district', person('lea')));
  own.searchParams.set('code', theirs.searchParams.get('code') ?? '');
  expect((await browser.get(own.href)).status).toBe(422);
});

test('the code of an authenticator app is asked for after the provider too', async () => {
  const mo = await account('mo');
  await it.database.owner.query(
    `insert into auth.district_identity (issuer, subject, account_id, linked_at)
     values ($1, 'mo', $2, now())`,
    [provider.settings.issuer, mo],
  );
  await it.database.owner.query(
    `insert into auth.authenticator (account_id, secret, started_at, confirmed_at)
     values ($1, 'x', now(), now())`,
    [mo],
  );
  const answer = await browser.throughDistrict('/sign-in/district', person('mo'));
  expect(answer.headers.get('location')).toBe('/sign-in/code');
  expect(browser.cookie('concord.session_token')).toBe('');
});

async function countOf(what: string): Promise<number> {
  const { rows } = await it.database.owner.query<{ n: number }>(
    `select count(*)::int as n from ${what}`,
  );
  return rows[0]?.n ?? 0;
}

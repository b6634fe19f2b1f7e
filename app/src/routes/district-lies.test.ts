import { afterAll, beforeAll, expect, test } from 'vitest';
import { browsing } from '../partnership/account/testing/browsing.ts';
import {
  type Lie,
  type LyingProvider,
  lyingProvider,
} from '../partnership/account/testing/lying-provider.ts';
import { type TestPartnership, testPartnership } from '../partnership/testing/test-partnership.ts';
import { createApp } from './app.ts';
import { testServices } from './testing/test-services.ts';

let it: TestPartnership;
let provider: LyingProvider;
let come: (lie: Lie) => Promise<{ status: number; where: string; session: string }>;
beforeAll(async () => {
  it = await testPartnership();
  provider = await lyingProvider(it.clock.now);
  const services = testServices(it, { district: provider.settings });
  const { hono } = createApp({ ...services, mailLeaves: true });
  const { owner } = it.database;
  await owner.query(
    `insert into auth.district_identity (issuer, subject, account_id, linked_at)
     select $1, 'liar', id, now() from auth."user" where name = 'principal'`,
    [provider.settings.issuer],
  );
  come = async (lie) => {
    // What it says of itself is read once an hour.
    it.clock.advance(3_700_000);
    const browser = browsing(hono, 'http://concord.test');
    provider.lie = lie.description || lie.status ? lie : {};
    const left = await browser.get('/sign-in/district');
    if (left.status !== 303) return { status: left.status, where: '', session: '' };
    provider.lie = lie;
    const answer = await browser.get(provider.visitedWith(left.headers.get('location') ?? ''));
    return {
      status: answer.status,
      where: answer.headers.get('location') ?? '',
      session: browser.cookie('concord.session_token'),
    };
  };
});
afterAll(async () => {
  await provider.close();
  await it.close();
});

test('an honest word opens the account', async () => {
  const { status, where, session } = await come({});
  expect([status, where]).toEqual([303, '/']);
  expect(session).not.toBe('');
});

const without = (name: string) => (truth: Record<string, unknown>) => {
  const { [name]: _, ...rest } = truth;
  return rest;
};
const lies: Record<string, Lie> = {
  'another issuer': { claims: (truth) => ({ ...truth, iss: 'https://evil.example' }) },
  'another audience': { claims: (truth) => ({ ...truth, aud: 'another site' }) },
  'several audiences, for none of ours': {
    claims: (truth) => ({ ...truth, aud: ['concord', 'another site'], azp: 'another site' }),
  },
  'several audiences, for nobody': {
    claims: (truth) => ({ ...truth, aud: ['concord', 'another site'] }),
  },
  'another nonce': { claims: (truth) => ({ ...truth, nonce: 'from another visit' }) },
  'no nonce': { claims: without('nonce') },
  'no subject': { claims: without('sub') },
  'no end': { claims: without('exp') },
  'ended an hour ago': { claims: (truth) => ({ ...truth, exp: Number(truth.iat) - 3600 }) },
  'begins tomorrow': { claims: (truth) => ({ ...truth, nbf: Number(truth.iat) + 86_400 }) },
  'signed by nobody': { signedBy: 'nobody' },
  'signed with another key of the same name': { signedBy: 'stolen name' },
  'signed with a key that both sides know': { header: { alg: 'HS256' } },
  'another person when asked for the address': {
    claims: without('email'),
    userinfo: { sub: 'somebody else', email: 'principal@test.example', email_verified: true },
  },
  'an error in place of a token': { status: 400 },
  'nothing that works': { status: 503 },
  'another issuer in its description': { description: { issuer: 'https://evil.example' } },
};

test.each(Object.entries(lies))('%s opens nothing', async (_what, lie) => {
  const { status, session } = await come(lie);
  expect([status, session]).toEqual([422, '']);
});

test('a provider that is not there is a page that says so', async () => {
  const services = testServices(it, {
    district: { ...provider.settings, issuer: 'http://127.0.0.1:9' },
  });
  const { hono } = createApp(services);
  const answer = await hono.request('http://concord.test/sign-in/district');
  expect(answer.status).toBe(422);
  expect(await answer.text()).toContain('does not answer at the moment');
});

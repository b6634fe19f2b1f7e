import { globSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  type TestPartnership,
  testPartnership,
} from '../src/partnership/testing/test-partnership.ts';
import { createApp } from '../src/routes/app.ts';
import { testServices } from '../src/routes/testing/test-services.ts';

let here: TestPartnership;
beforeAll(async () => {
  here = await testPartnership();
});
afterAll(() => here.close());

const president = { cookie: 'concord.session_token=president' };
async function headersOf(path: string, headers = {}, more = {}) {
  const { hono } = createApp({ ...testServices(here), ...more });
  const response = await hono.request(`http://concord.test${path}`, { headers });
  return response.headers;
}

test('pages run and load only files of this installation, and text becomes no code', async () => {
  const policy = (await headersOf('/sign-in')).get('content-security-policy') ?? '';
  const directives = new Map(
    policy.split('; ').map((one) => [one.split(' ')[0], one.split(' ').slice(1).join(' ')]),
  );
  expect(policy).not.toMatch(/unsafe|data:|blob:|\*|http/);
  expect(directives.get('default-src')).toBe("'none'");
  for (const of of ['script', 'style', 'img', 'font', 'connect', 'worker'])
    expect([of, directives.get(`${of}-src`)]).toEqual([of, "'self'"]);
  expect(directives.get('frame-ancestors')).toBe("'none'");
  expect(directives.get('base-uri')).toBe("'none'");
  expect(directives.get('require-trusted-types-for')).toBe("'script'");
});

test('no script of ours turns text into code', () => {
  const files = [
    ...globSync('app/src/**/*.island.ts'),
    ...globSync('app/src/ui/client/*.ts'),
    'app/src/ui/client.ts',
  ];
  expect(files.length).toBeGreaterThan(5);
  const sinks =
    /\.(?:innerHTML|outerHTML|srcdoc)\s*=|insertAdjacentHTML|document\.write|\beval\(|new Function\(|setHTMLUnsafe/;
  expect(files.filter((file) => sinks.test(readFileSync(file, 'utf8')))).toEqual([]);
});

test('what only one person may read stays in no store', async () => {
  const slug = `/p/${here.slug}`;
  for (const path of [slug, `${slug}/caucus`, `${slug}/audit`, '/account'])
    expect((await headersOf(path, president)).get('cache-control')).toBe('private, no-store');
  expect((await headersOf('/voice/aaaa')).get('cache-control')).toMatch(/no-store/);
  expect((await headersOf('/nothing')).get('cache-control')).toBe('no-store');
  expect((await headersOf('/sign-in')).get('cache-control')).toBe('no-cache');
});

test('browsers insist on TLS where there is TLS, and share nothing with other sites', async () => {
  const plain = await headersOf('/sign-in');
  expect(plain.get('strict-transport-security')).toBeNull();
  expect(plain.get('cross-origin-opener-policy')).toBe('same-origin');
  expect(plain.get('cross-origin-resource-policy')).toBe('same-origin');
  expect(plain.get('permissions-policy')).toContain('camera=()');
  expect(plain.get('x-content-type-options')).toBe('nosniff');
  const secure = await headersOf('/sign-in', {}, { baseUrl: 'https://concord.test' });
  expect(secure.get('strict-transport-security')).toBe('max-age=31536000');
});

test('a browser that says only where a form comes from can send one', async () => {
  const { hono } = createApp(testServices(here));
  const send = (headers: Record<string, string>) =>
    hono.request('http://concord.test/sign-in/password', {
      method: 'POST',
      body: new URLSearchParams({ email: 'nobody@test.example', next: '/' }),
      headers: { host: 'concord.test', ...headers },
    });
  expect((await send({ origin: 'http://concord.test' })).status).toBe(200);
  expect((await send({ 'sec-fetch-site': 'same-origin' })).status).toBe(200);
  expect((await send({})).status).toBe(403);
  expect((await send({ origin: 'http://evil.example' })).status).toBe(403);
});

test('no question to the database goes on for ever', async () => {
  for (const pool of [here.database.app, here.database.auth]) {
    const { rows } = await pool.query('show statement_timeout');
    expect(rows).toEqual([{ statement_timeout: '30s' }]);
  }
});

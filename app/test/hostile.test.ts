import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  type TestPartnership,
  testPartnership,
} from '../src/partnership/testing/test-partnership.ts';
import { createApp } from '../src/routes/app.ts';
import { testServices } from '../src/routes/testing/test-services.ts';

let it: TestPartnership;
let app: ReturnType<typeof createApp>;
beforeAll(async () => {
  it = await testPartnership();
  app = createApp(testServices(it));
});
afterAll(() => it.close());

const ask = (path: string, init: RequestInit = {}) =>
  app.hono.request(`http://concord.test${path}`, init);
const asPresident = {
  cookie: 'concord.session_token=president.x',
  'sec-fetch-site': 'same-origin',
};
const form = (fields: Record<string, string>) => ({
  method: 'POST',
  body: new URLSearchParams(fields),
  headers: asPresident,
});

test('odd addresses are pages that are not there, never mistakes of ours', async () => {
  const paths = [
    '/p/%00',
    '/p/..%2f..%2fetc',
    "/p/x'--",
    `/p/${it.slug}/goals/1`,
    `/p/${it.slug}/goals/${'a'.repeat(5000)}`,
    `/p/${it.slug}/goals/00000000-0000-0000-0000-000000000000`,
    '/join/%00.%00',
    '/listen/%E0%A4%A',
    '/voice/%00',
    '/calendar/x.ics',
    '/start/%27',
    '/sign-in/link/%00',
    `/p/${it.slug}/%F0%9F%98%80`,
  ];
  for (const path of paths) {
    const { status } = await ask(path, { headers: asPresident });
    expect([path, status]).toEqual([path, path.startsWith('/sign-in') ? expect.any(Number) : 404]);
    expect(status).toBeLessThan(500);
  }
});

test('odd cookies are nobody', async () => {
  for (const value of ['%', '%00', '%E0%A4%A', 'x'.repeat(5000), "' or 1=1", '']) {
    const { status } = await ask(`/p/${it.slug}/goals`, {
      headers: { cookie: `concord.session_token=${value}` },
    });
    expect([value, status]).toEqual([value, 404]);
  }
});

test('what is no form is refused in words', async () => {
  for (const [type, body] of [
    ['application/json', '{"name":'],
    ['multipart/form-data', 'x'],
    ['text/plain', 'x'],
    ['multipart/form-data; boundary=a', '--b'],
  ] as const) {
    const { status } = await ask(`/p/${it.slug}/partners/organizations`, {
      method: 'POST',
      body,
      headers: { ...asPresident, 'content-type': type },
    });
    expect([type, status]).toEqual([type, 422]);
  }
});

test('a form from another site changes nothing', async () => {
  const before = await it.as('president', (ctx) =>
    ctx.db.selectFrom('organization').selectAll().execute(),
  );
  const body = new URLSearchParams({ name: 'Evil', constituency: 'board' });
  for (const headers of [
    { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' },
    { origin: 'https://evil.example' },
    { origin: 'null' },
  ]) {
    const { status } = await ask(`/p/${it.slug}/partners/organizations`, {
      method: 'POST',
      body,
      headers: { cookie: asPresident.cookie, ...headers } as Record<string, string>,
    });
    expect(status).toBe(403);
  }
  expect(
    await it.as('president', (ctx) => ctx.db.selectFrom('organization').selectAll().execute()),
  ).toEqual(before);
});

test('an upload that is too large is refused in words', async () => {
  const answer = await ask(
    `/p/${it.slug}/caucus`,
    form({ sort: 'note', title: 'x', body: 'x'.repeat(21 * 1024 * 1024) }),
  );
  expect(answer.status).toBe(413);
  expect(await answer.text()).toContain('20 megabytes');
});

test('hostile text is kept as text and shown as text', async () => {
  const texts = [
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    "'; drop table record; --",
    '{{7*7}} #{7*7}',
    'a\0b',
    '\ud800 lone',
    '😀‮abc',
    'javascript:alert(1)',
  ];
  for (const body of texts) {
    const answer = await ask(`/p/${it.slug}/caucus`, form({ sort: 'note', title: body, body }));
    expect(answer.status).toBe(303);
    const page = await ask(answer.headers.get('location') ?? '', { headers: asPresident });
    const html = await page.text();
    expect(page.status).toBe(200);
    expect(html).not.toContain('<script>alert');
    expect(html).not.toContain('<img src=x');
  }
});

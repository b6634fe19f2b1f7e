import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestPartnership, testPartnership } from '../partnership/testing/test-partnership.ts';
import { createApp } from './app.ts';
import { testServices } from './testing/test-services.ts';

let it: TestPartnership;
let ask: (path: string, fields: Record<string, string>) => Promise<Response>;
let letters: string[];
beforeAll(async () => {
  it = await testPartnership();
  letters = [];
  const services = testServices(it, {
    sendMagicLink: async ({ token }) => void letters.push(token),
  });
  const { hono } = createApp(services);
  ask = async (path, fields) =>
    hono.request(`http://concord.test${path}`, {
      method: 'POST',
      body: new URLSearchParams(fields),
      headers: { 'sec-fetch-site': 'same-origin' },
    });
  await services.signIn.api.signUpEmail({
    body: { name: 'Ana', email: 'ana@test.example', password: 'a short sentence' },
  });
});
afterAll(() => it.close());

const password = (email: string, text: string, next = '/') =>
  ask('/sign-in', { email, password: text, next });

test('the right password opens a session, and leads only to our own pages', async () => {
  const answer = await password('ana@test.example', 'a short sentence', '//evil.example');
  expect(answer.status).toBe(303);
  expect(answer.headers.get('location')).toBe('/');
  expect(answer.headers.get('set-cookie')).toMatch(/HttpOnly/i);
});

test('a wrong password and an unknown address get the same answer', async () => {
  const wrong = await password('ana@test.example', 'not this one');
  const unknown = await password('nobody@test.example', 'not this one');
  expect([wrong.status, unknown.status]).toEqual([422, 422]);
  const plain = async (answer: Response, email: string) =>
    (await answer.text()).replaceAll(email, '…');
  expect(await plain(wrong, 'ana@test.example')).toBe(await plain(unknown, 'nobody@test.example'));
});

test('too many tries wait a while, and only a while', async () => {
  for (let tries = 0; tries < 12; tries += 1) await password('ana@test.example', 'guess');
  const blocked = await password('ana@test.example', 'a short sentence');
  expect(blocked.status).toBe(422);
  expect(await blocked.text()).toContain('Too many tries');
  it.clock.advance(11 * 60_000);
  expect((await password('ana@test.example', 'a short sentence')).status).toBe(303);
});

test('a link by mail works once; asking says the same for every address', async () => {
  const known = await ask('/sign-in/link', { linkEmail: 'ana@test.example', next: '/' });
  const unknown = await ask('/sign-in/link', { linkEmail: 'bob@test.example', next: '/' });
  expect((await known.text()).replaceAll('ana@', '@')).toBe(
    (await unknown.text()).replaceAll('bob@', '@'),
  );
  expect(letters).toHaveLength(1);
  const first = await ask(`/sign-in/link/${letters[0]}`, {});
  expect([first.status, first.headers.get('set-cookie') !== null]).toEqual([303, true]);
  const again = await ask(`/sign-in/link/${letters[0]}`, {});
  expect(again.status).toBe(422);
  expect(again.headers.get('set-cookie') ?? '').not.toContain('session_token');
});

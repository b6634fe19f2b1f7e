import { gunzipSync } from 'node:zlib';
import { Hono } from 'hono';
import { expect, it } from 'vitest';
import { sendHtml } from './send-html.ts';

const long = `<p>${'Niños y familias. '.repeat(200)}</p>`;
const hono = new Hono();
hono.get('/long', (c) => sendHtml(c, long, 422));
hono.get('/short', (c) => sendHtml(c, '<p>Ready.</p>', 200));
const ask = (path: string, accepts?: string) =>
  hono.request(path, accepts === undefined ? {} : { headers: { 'accept-encoding': accepts } });

it('packs a page for whoever reads gzip', async () => {
  const answer = await ask('/long', 'br, gzip;q=0.8');
  expect(answer.status).toBe(422);
  expect(answer.headers.get('content-encoding')).toBe('gzip');
  expect(answer.headers.get('content-type')).toBe('text/html; charset=UTF-8');
  expect(answer.headers.get('vary')).toBe('accept-encoding');
  expect(gunzipSync(await answer.bytes()).toString()).toBe(long);
});

it.each([
  undefined,
  'identity',
  'br',
  'gzip;q=0',
  'gzip;q=0.0, br',
])('sends it as it is where %s is accepted', async (accepts) => {
  const answer = await ask('/long', accepts);
  expect(answer.headers.get('content-encoding')).toBeNull();
  expect(await answer.text()).toBe(long);
});

it('leaves a short page as it is', async () => {
  expect(await (await ask('/short', 'gzip')).text()).toBe('<p>Ready.</p>');
});

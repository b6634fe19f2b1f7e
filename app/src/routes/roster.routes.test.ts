import { join } from 'node:path';
import { zipSync } from 'fflate';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { sessionCookie } from '../partnership/account/server.ts';
import { readFolder } from '../partnership/roster/server.ts';
import {
  type CastName,
  type TestPartnership,
  testPartnership,
} from '../partnership/testing/test-partnership.ts';
import { createApp } from './app.ts';
import { testServices } from './testing/test-services.ts';

let here: TestPartnership;
let hono: ReturnType<typeof createApp>['hono'];
beforeAll(async () => {
  here = await testPartnership();
  hono = createApp(testServices(here)).hono;
});
afterAll(() => here.close());

const fixtures = join(import.meta.dirname, '..', 'partnership', 'roster', 'fixtures');
const files = readFolder(join(fixtures, 'v11'));
const zip = zipSync(Object.fromEntries(files.map(({ name, bytes }) => [name, bytes])));

const ask = async (who: CastName, path: string, init: RequestInit = {}) =>
  hono.request(`http://concord.test/p/${here.slug}/partners${path}`, {
    ...init,
    headers: {
      cookie: `${sessionCookie}=${who}`,
      origin: 'http://concord.test',
      host: 'concord.test',
      'accept-language': 'en',
    },
  });
const post = (who: CastName, path: string, fields: [string, string | File][] = []) => {
  const body = new FormData();
  for (const [name, value] of fields) body.append(name, value);
  return ask(who, path, { method: 'POST', body });
};
const file = (name: string, bytes: Uint8Array) => new File([new Uint8Array(bytes)], name);
const pathOf = (answer: Response) =>
  (answer.headers.get('location') ?? '').replace(/^.*\/partners/, '').replace(/\?.*/, '');

it('a zip is looked at, applied, and its people can be invited by choice', async () => {
  const sent = await post('superintendent', '/roster', [['files', file('roster.zip', zip)]]);
  expect(sent.status).toBe(303);
  const preview = await (await ask('superintendent', pathOf(sent))).text();
  expect(preview).toContain('7 new, 0 changed, 0 no longer listed, 0 as they are');
  expect(preview).toContain('users.csv:18');
  expect(preview).not.toMatch(/Sesame|5550|olga\.amado@/);
  const csv = await (await ask('superintendent', `${pathOf(sent)}/lines.csv`)).text();
  expect(csv).toContain('"users.csv","18","","A quotation mark is not closed.","left out"');

  const applied = await post('superintendent', `${pathOf(sent)}/apply`);
  expect(applied.headers.get('location')).toMatch(/done=applied$/);
  const done = await (await ask('superintendent', pathOf(applied))).text();
  expect(done).toContain('Roster imported');
  expect(done).not.toContain('/apply"');

  const seat = `/seats/${here.seats.principal.seatId}`;
  const page = await (await ask('superintendent', seat)).text();
  const person = /<option value="([^"]+)">Olga Amado</.exec(page)?.[1] ?? '';
  expect(page).toMatch(/<optgroup label="Elm Street School">/);
  const nobody = await post('superintendent', `${seat}/invite`, [['sort', 'alternate']]);
  expect(nobody.status).toBe(422);
  const invited = await post('superintendent', `${seat}/invite`, [
    ['personId', person],
    ['name', ''],
    ['sort', 'alternate'],
  ]);
  expect(invited.status).toBe(303);
  const letters = await (await ask('superintendent', '/outbox')).text();
  expect(letters).toContain('olga.amado@test.example');

  const president = await (await ask('president', `/seats/${here.seats.president.seatId}`)).text();
  expect(president).toContain('>Olga Amado<');
  expect(president).not.toContain('@test.example"');
});

it('several csv files work as well as one zip; none is said at the field', async () => {
  const sent = await post(
    'superintendent',
    '/roster',
    files.map(({ name, bytes }) => ['files', file(name, bytes)] as [string, File]),
  );
  expect(await (await ask('superintendent', pathOf(sent))).text()).toContain(
    'Everything is as the roster says.',
  );
  const none = await post('superintendent', '/roster');
  expect(none.status).toBe(422);
  expect(await none.text()).toContain('Please choose the zip or the CSV files.');
  const wrong = await post('superintendent', '/roster', [
    ['files', file('staff.csv', new TextEncoder().encode('a,b'))],
  ]);
  expect(await wrong.text()).toContain('There is no users.csv in it');
});

it('a preview that was applied already is not applied again', async () => {
  const { rows } = await here.database.owner.query(
    `select id from roster_import where state = 'applied'`,
  );
  const again = await post('superintendent', `/roster/${rows[0].id}/apply`);
  expect(again.status).toBe(422);
  expect(await again.text()).toContain('This preview was applied or set aside already.');
});

it('nobody but the administration’s leads finds the way in', async () => {
  for (const who of ['president', 'principal', 'board', 'parent'] as const) {
    expect((await ask(who, '/roster')).status).toBe(403);
    const sent = await post(who, '/roster', [['files', file('roster.zip', zip)]]);
    expect(sent.status).toBe(403);
    expect(await (await ask(who, '')).text()).not.toContain('/partners/roster"');
  }
  expect(await (await ask('superintendent', '')).text()).toContain('/partners/roster"');
});

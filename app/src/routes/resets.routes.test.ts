import { afterAll, beforeAll, expect, test } from 'vitest';
import { setPassword } from '../partnership/account/server.ts';
import {
  askForReset,
  asOperator,
  giveResetLinks,
  type OperatorCtx,
} from '../partnership/sign-in-reset/server.ts';
import {
  type CastName,
  type TestPartnership,
  testPartnership,
} from '../partnership/testing/test-partnership.ts';
import { createApp } from './app.ts';
import { testServices } from './testing/test-services.ts';

let here: TestPartnership;
let services: ReturnType<typeof testServices>;
let hono: ReturnType<typeof createApp>['hono'];
beforeAll(async () => {
  here = await testPartnership();
  services = testServices(here);
  ({ hono } = createApp(services));
});
afterAll(() => here.close());

const hourMs = 3_600_000;

const operating = <Result>(work: (ctx: OperatorCtx) => Promise<Result>) => {
  const { clock, random } = here;
  return asOperator(here.database.owner, { clock, random, baseUrl: 'http://concord.test' }, work);
};
const seatsOf = (one: CastName, other: CastName) =>
  [here.seats[one].seatId, here.seats[other].seatId] as const;
const start = (one: CastName, other: CastName) =>
  operating((ctx) => askForReset(ctx, here.slug, seatsOf(one, other)));
const give = () => operating((ctx) => giveResetLinks(ctx, here.slug));

const ask = (who: string, path: string, method = 'GET') =>
  hono.request(`http://concord.test${path}`, {
    method,
    headers: { cookie: `concord.session_token=${who}`, 'sec-fetch-site': 'same-origin' },
    ...(method === 'POST' ? { body: new URLSearchParams() } : {}),
  });
const resetPath = async () => {
  const { rows } = await here.database.owner.query<{ id: string }>(
    'select id from sign_in_reset order by asked_at desc limit 1',
  );
  return `/p/${here.slug}/partners/resets/${rows[0]?.id}`;
};
const letters = async () => {
  const { rows } = await here.database.owner.query<{ to: string; body: string }>(
    'select to_address as "to", body from mail order by created_at, to_address',
  );
  return rows;
};

test('only two held lead seats of two organizations can be named', async () => {
  for (const [one, other] of [
    ['superintendent', 'representative'],
    ['superintendent', 'superintendent'],
    ['principal', 'president'],
  ] as const)
    await expect(start(one, other)).rejects.toThrow(/must/);
  await expect(
    operating((ctx) => askForReset(ctx, 'nowhere', seatsOf('superintendent', 'president'))),
  ).rejects.toThrow('no partnership');
  await expect(give()).rejects.toThrow('Nothing waits');
});

test('every lead is told, everybody sees it, and any lead stops it', async () => {
  const before = (await letters()).length;
  const { letters: told } = await start('superintendent', 'president');
  expect(told).toBe(5);
  const sent = (await letters()).slice(before);
  expect(sent.map(({ to }) => to)).toContain('parent@test.example');
  expect(sent[0]?.body).toContain(await resetPath());
  await expect(start('board', 'parent')).rejects.toThrow('waits already');
  await expect(give()).rejects.toThrow('Any lead can stop it');

  const table = await (await ask('principal', `/p/${here.slug}`)).text();
  expect(table).toContain(await resetPath());
  const page = await (await ask('principal', await resetPath())).text();
  expect(page).toContain('president, President');
  expect(page).not.toContain('Stop it</button>');
  expect((await ask('principal', `${await resetPath()}/stop`, 'POST')).status).toBe(403);
  expect((await ask('nobody', await resetPath())).status).toBe(404);

  expect(await (await ask('parent', await resetPath())).text()).toContain('Stop it</button>');
  expect((await ask('parent', `${await resetPath()}/stop`, 'POST')).status).toBe(303);
  expect((await ask('board', `${await resetPath()}/stop`, 'POST')).status).toBe(422);
  here.clock.advance(80 * hourMs);
  await expect(give()).rejects.toThrow('A lead stopped it');
  const trail = await (await ask('principal', `/p/${here.slug}/audit`)).text();
  expect(trail).toContain('stopped the new sign-in');
  expect(trail).toContain('started a new sign-in');
});

test('after three days the two get a link each, which ends the old ways and works once', async () => {
  const { accountId } = (
    await here.database.owner.query<{ accountId: string }>(
      `select id as "accountId" from auth."user" where name = 'president'`,
    )
  ).rows[0]!;
  await setPassword(services.signIn, accountId, 'an old one that is lost');
  await start('superintendent', 'president');
  here.clock.advance(72 * hourMs - 1000);
  await expect(give()).rejects.toThrow('Any lead can stop it');
  here.clock.advance(1000);
  const links = await give();
  expect(links).toHaveLength(2);
  await expect(give()).rejects.toThrow('Nothing waits');
  expect((await ask('board', `${await resetPath()}/stop`, 'POST')).status).toBe(422);

  const path = new URL(links[1]!).pathname;
  expect((await ask('', path)).status).toBe(200);
  expect((await ask('president', `/p/${here.slug}`)).status).toBe(200);
  const used = await ask('', path, 'POST');
  expect(used.status).toBe(303);
  const cookie = used.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  expect(cookie).toMatch(/^concord\.session_token=.+/);
  // The old session and password are gone; the new session sits on the same seat.
  expect((await ask('president', `/p/${here.slug}/caucus`)).status).toBe(404);
  const { rows } = await here.database.owner.query(
    'select from auth.password where account_id = $1',
    [accountId],
  );
  expect(rows).toEqual([]);
  const caucus = await hono.request(`http://concord.test/p/${here.slug}/caucus`, {
    headers: { cookie },
  });
  expect(caucus.status).toBe(200);
  expect((await ask('', path, 'POST')).status).toBe(422);
  // The other link is the other person's, and too old after a week.
  here.clock.advance(8 * 24 * hourMs);
  expect((await ask('', new URL(links[0]!).pathname, 'POST')).status).toBe(422);
});

test('nobody gets a link for a seat that changed hands meanwhile', async () => {
  await start('board', 'parent');
  here.clock.advance(73 * hourMs);
  await here.database.owner.query('update term set ended_at = $1 where seat_id = $2', [
    here.clock.now(),
    here.seats.parent.seatId,
  ]);
  await expect(give()).rejects.toThrow('held by somebody else now, or by nobody');
});

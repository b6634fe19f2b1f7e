import type { Hono } from 'hono';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testBoard, testRecord } from '../partnership/testing/test-board.ts';
import { type TestPartnership, testPartnership } from '../partnership/testing/test-partnership.ts';
import { proposeGoal } from '../prepare/goal/server.ts';
import { createApp } from './app.ts';
import { testServices } from './testing/test-services.ts';

let here: TestPartnership;
let hono: Hono;
beforeAll(async () => {
  here = await testPartnership();
  ({ hono } = createApp(testServices(here)));
});
afterAll(() => here.close());

const ask = (who: string, path: string, form?: Record<string, string>) =>
  hono.request(`http://concord.test/p/${here.slug}${path}`, {
    method: form ? 'POST' : 'GET',
    headers: {
      cookie: `concord.session_token=${who}.signature`,
      origin: 'http://concord.test',
      host: 'concord.test',
    },
    ...(form ? { body: new URLSearchParams(form) } : {}),
  });
const textOf = async (who: string, path: string) => (await ask(who, path)).text();

async function goal(): Promise<string> {
  return here.as('superintendent', (ctx) =>
    proposeGoal(ctx, {
      title: 'More mornings on time',
      howMuch: 'from 58% to 75%',
      forWhom: 'All students',
      byWhen: '2027-06-01',
      why: '',
      keeperSeat: here.seats.principal.seatId,
      visibility: 'partnership',
      voice: [],
      indicatorName: 'Buses on time',
      unit: '%',
      wanted: 'up',
      baseline: '58',
      baselineOn: undefined,
      target: '75',
      source: '',
    }),
  );
}

test('what people write stands beneath the record, by seat, corrected and taken back', async () => {
  const id = await testRecord(here, 'lesson');
  const sent = await ask('president', `/discussions/${id}`, { body: 'Who drives the first bus?' });
  expect(sent.status).toBe(303);
  const page = await textOf('parent', `/discussions/${id}`);
  expect(page).toContain('Who drives the first bus?');
  expect(page).toContain('Test Education Association');
  const postId = /id="([0-9a-f-]{36})"/.exec(page)?.[1] ?? '';
  const path = `/discussions/posts/${postId}`;
  expect((await ask('parent', `${path}/correct`, { body: 'Mine' })).status).toBe(403);
  expect((await ask('president', `${path}/correct`, { body: 'Who drives it?' })).status).toBe(303);
  here.clock.advance(16 * 60_000);
  const late = await ask('president', `${path}/correct`, { body: 'Too late' });
  expect(late.status).toBe(422);
  expect(await late.text()).toContain('can no longer be corrected');
  expect((await ask('president', `${path}/take-back`, {})).status).toBe(303);
  const after = await textOf('parent', `/discussions/${id}`);
  expect(after).not.toContain('Who drives it?');
  expect(after).toContain('Taken back by its author');
});

test('a refused member reads why, keeps what was typed, and finds the way to the meeting', async () => {
  const id = await goal();
  const { members } = await testBoard(here, 3);
  const { owner } = here.database;
  // The chair of the cast stands in on this board as well.
  await owner.query(
    `insert into term (partnership_id, id, seat_id, person_id, sort, starts_on) values ($1, $2, $3, $4, 'alternate', '2026-01-01')`,
    [here.partnershipId, here.random.uuid(), members[0]!.seatId, here.seats.board.personId],
  );
  await owner.query(
    `insert into discussion_post (partnership_id, id, record_id, visible_to, seat_id, person_id, body, created_at)
     values ($1, $2, $3, 'partnership', $4, $5, 'I am for it.', $6)`,
    [
      here.partnershipId,
      here.random.uuid(),
      id,
      members[1]!.seatId,
      members[1]!.personId,
      here.clock.now(),
    ],
  );
  const page = await textOf('board', `/goals/${id}`);
  expect(page).toContain('I am for it.');
  expect(page).toContain('Enough members of A board have spoken');
  expect(page).not.toContain(`action="/p/${here.slug}/discussions/${id}"`);
  const refused = await ask('board', `/discussions/${id}`, { body: 'So am I.' });
  expect(refused.status).toBe(422);
  expect(await refused.text()).toContain('This was not sent');
  expect(await textOf('president', `/goals/${id}`)).toContain(
    `action="/p/${here.slug}/discussions/${id}"`,
  );
});

test('the rules stand with their sources, and a lead says that they were read', async () => {
  const page = await textOf('president', '/rules');
  expect(page).toContain('This is not legal advice');
  expect(page).toContain('72 hours');
  expect((await ask('president', '/rules/review', { version: '1' })).status).toBe(303);
  expect(await textOf('parent', '/rules')).toContain('Read by president');
  const spanish = await textOf('parent', '/rules?lang=es');
  expect(spanish).toContain('Esto no es asesoría legal');
  const form = await textOf('president', '/rules/change?profile=illinois');
  expect(form).toContain('value="48"');
});

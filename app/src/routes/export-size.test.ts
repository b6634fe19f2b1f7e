import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeCopy, openRequest, reviewRequest } from '../partnership/export/server.ts';
import { type TestPartnership, testPartnership } from '../partnership/testing/test-partnership.ts';

let here: TestPartnership;
beforeAll(async () => {
  here = await testPartnership();
});
afterAll(() => here.close());

const rows = 10_000;

/** Half of them records, half of them the voices behind. */
async function fill(): Promise<void> {
  const { owner } = here.database;
  const values = [here.partnershipId, here.seats.parent.seatId, rows / 2];
  await owner.query(
    `insert into record (partnership_id, id, visible_to, kind, title, state, created_at, changed_at, created_by_seat)
     select $1, gen_random_uuid(), 'partnership', 'voice', 'Voice ' || n, 'waiting', now(), now(), $2 from generate_series(1, $3) n`,
    values,
  );
  await owner.query(
    `insert into voice (partnership_id, id, visible_to, sort, body, locale, answer_seat, answer_by)
     select partnership_id, id, visible_to, 'idea', repeat(title || ' should be heard. ', 8), 'en', created_by_seat, '2026-12-01' from record`,
  );
  await owner.query('analyze record; analyze voice');
}

test('a large partnership is copied in pieces, and others are served in between', async () => {
  await fill();
  const id = await here.as('superintendent', (ctx) =>
    openRequest(ctx, {
      scope: 'partnership',
      askedBy: 'X',
      askedOn: '2026-09-30',
      locale: 'en',
      withOwn: false,
    }),
  );
  await here.as('superintendent', (ctx) => reviewRequest(ctx, id, true));
  let turns = 0;
  const others = setInterval(() => {
    turns += 1;
  }, 1);
  const zip = await here.as('superintendent', (ctx) => makeCopy(ctx, id));
  clearInterval(others);
  expect(zip.length).toBeGreaterThan(1e5);
  expect(turns).toBeGreaterThan(5);
});

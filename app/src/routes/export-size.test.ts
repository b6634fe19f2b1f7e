import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeCopy, openRequest, reviewRequest } from '../partnership/export/server.ts';
import { type TestPartnership, testPartnership } from '../partnership/testing/test-partnership.ts';

let here: TestPartnership;
beforeAll(async () => {
  here = await testPartnership();
});
afterAll(() => here.close());

const rows = 100_000;

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

test('a partnership of 100,000 rows is copied without holding the others up', async () => {
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
  const started = performance.now();
  await here.as('superintendent', (ctx) => reviewRequest(ctx, id, true));
  const looked = performance.now();
  let longest = 0;
  let last = performance.now();
  const beat = setInterval(() => {
    longest = Math.max(longest, performance.now() - last);
    last = performance.now();
  }, 5);
  const before = process.memoryUsage().rss;
  const cpuBefore = process.cpuUsage();
  const zip = await here.as('superintendent', (ctx) => makeCopy(ctx, id));
  clearInterval(beat);
  const made = performance.now();
  const cpu = process.cpuUsage(cpuBefore);
  console.log(
    `${rows.toLocaleString('en')} rows: looked through in ${Math.round(looked - started)} ms, made in ${Math.round(made - looked)} ms, ${(zip.length / 1e6).toFixed(1)} MB, ${Math.round(cpu.user / 1000)} ms of processor, longest pause ${Math.round(longest)} ms, memory +${Math.round((process.memoryUsage().rss - before) / 1e6)} MB`,
  );
  expect(zip.length).toBeGreaterThan(1e6);
  expect(longest).toBeLessThan(5_000);
}, 300_000);

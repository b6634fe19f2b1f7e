import { afterAll, beforeAll, expect, test } from 'vitest';
import { openThread } from '../caucus/server.ts';
import { type TestPartnership, testPartnership } from '../testing/test-partnership.ts';
import { exportAudit, readAudit } from './audit.store.ts';
import { verifyAudit } from './verify-audit.ts';

let it: TestPartnership;
beforeAll(async () => {
  it = await testPartnership();
  await it.as('president', (ctx) =>
    openThread(ctx, { sort: 'note', title: 'secret plan', body: 'words' }),
  );
});
afterAll(() => it.close());

const verdict = async () => (await verifyAudit(it.database.owner))[0];

test('the trail of a caucus is read by its own organization alone', async () => {
  const mine = await it.as('president', (ctx) => readAudit(ctx, { page: 1 }));
  const theirs = await it.as('superintendent', (ctx) => readAudit(ctx, { page: 1 }));
  expect(mine.lines.some((line) => line.action === 'caucus.opened')).toBe(true);
  expect(theirs.lines.some((line) => line.action === 'caucus.opened')).toBe(false);
  expect(await it.as('superintendent', exportAudit)).not.toContain('caucus.opened');
});

test('entries are never changed or removed by the application', async () => {
  await expect(
    it.database.app.query('update audit_entry set action = $1', ['x.y']),
  ).rejects.toThrow('permission denied');
  await expect(it.database.app.query('delete from audit_entry')).rejects.toThrow(
    'permission denied',
  );
  await expect(
    it.database.app.query(`insert into audit_entry select * from audit_entry`),
  ).rejects.toThrow('permission denied');
});

test('a whole trail verifies; a changed, a removed and a cut-off entry are named', async () => {
  expect((await verdict())?.broken).toBeNull();
  const { owner } = it.database;
  const { rows } = await owner.query(
    `select number, details from audit_entry where visible_to = 'partnership' order by number`,
  );
  await owner.query(
    `update audit_entry set details = '{"name":"x"}' where visible_to = 'partnership' and number = 2`,
  );
  expect((await verdict())?.broken).toMatchObject({
    chain: 'partnership',
    number: 2,
    reason: 'changed',
  });
  await owner.query(
    `update audit_entry set details = $1 where visible_to = 'partnership' and number = 2`,
    [rows[1].details],
  );
  expect((await verdict())?.broken).toBeNull();
  const last = rows.length;
  await owner.query(
    `create table kept as select * from audit_entry where visible_to = 'partnership' and number = $1`,
    [last],
  );
  await owner.query(`delete from audit_entry where visible_to = 'partnership' and number = $1`, [
    last,
  ]);
  expect((await verdict())?.broken).toMatchObject({
    chain: 'partnership',
    number: last,
    reason: 'missing',
  });
  await owner.query('insert into audit_entry select * from kept');
  await owner.query(`delete from audit_entry where visible_to = 'partnership' and number = 3`);
  expect((await verdict())?.broken).toMatchObject({
    chain: 'partnership',
    number: 4,
    reason: 'missing',
  });
});

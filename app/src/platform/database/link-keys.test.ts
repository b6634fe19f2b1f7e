import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../testing/test-database.ts';
import { linkSigner, rotateLinkKey } from './link-keys.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
  await database.owner.query(
    `insert into auth."user" (name, email) values ('a', 'a@test.example')`,
  );
  await database.owner.query(
    `insert into auth.session (token_hash, account_id, expires_at)
     select sha256('a'), id, '2099-01-01' from auth."user"`,
  );
});
afterAll(() => database.close());

const installation = () => ({ owner: database.owner, secret: (name: string) => `secret ${name}` });
const day = 86_400_000;

test('what an earlier key signed holds for a while, and not after', async () => {
  const first = (await linkSigner(installation())).sign('invitation', 'a');
  const now = Date.now();
  const later = await rotateLinkKey(installation(), {
    at: new Date(now),
    voidAt: new Date(now + day),
  });
  expect(later.sessions).toBe(1);
  expect((await database.owner.query('select from auth.session')).rowCount).toBe(0);

  const second = await linkSigner(installation());
  const signed = second.sign('invitation', 'a');
  expect(signed).not.toBe(first);
  expect(second.verify('invitation', 'a', first)).toBe(true);
  expect(second.verify('invitation', 'a', signed)).toBe(true);
  expect(second.verify('calendar', 'a', first)).toBe(false);
  expect(second.verify('invitation', 'b', first)).toBe(false);

  // At once: no earlier key holds longer than that, not even one that was promised more.
  await rotateLinkKey(installation(), { at: new Date(now), voidAt: new Date(now - 1) });
  const third = await linkSigner(installation());
  for (const old of [first, signed]) expect(third.verify('invitation', 'a', old)).toBe(false);
  expect(third.verify('invitation', 'a', third.sign('invitation', 'a'))).toBe(true);
});

test('the pages reach no key', async () => {
  for (const pool of [database.app, database.auth])
    await expect(pool.query('select from public.link_key')).rejects.toMatchObject({
      code: '42501',
    });
});

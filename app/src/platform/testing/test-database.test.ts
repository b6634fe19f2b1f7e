import { afterEach, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from './test-database.ts';

const opened: TestDatabase[] = [];
const open = async () => {
  const database = await testDatabase();
  opened.push(database);
  return database;
};
afterEach(() => Promise.all(opened.splice(0).map((database) => database.close())));

test('each test has a migrated database of its own', async () => {
  const [first, second] = [await open(), await open()];
  await first.owner.query('create table only_here (id int)');
  const found = await second.owner.query(`select to_regclass('only_here') as found`);
  expect(found.rows).toEqual([{ found: null }]);
  const applied = await first.owner.query('select name from platform_migration');
  expect(applied.rowCount).toBeGreaterThan(0);
});

test('the pools sign in as three roles of which only one owns anything', async () => {
  const database = await open();
  const ask = `select current_user::text as name, rolsuper or rolbypassrls or rolcreaterole as mighty,
    (select count(*) from pg_class where relowner = pg_roles.oid) as owned
    from pg_roles where rolname = current_user`;
  const [app, auth] = await Promise.all([database.app.query(ask), database.auth.query(ask)]);
  expect([app.rows[0], auth.rows[0]]).toEqual([
    { name: expect.stringMatching(/^concord_app/), mighty: false, owned: 0 },
    { name: expect.stringMatching(/^concord_auth/), mighty: false, owned: 0 },
  ]);
});

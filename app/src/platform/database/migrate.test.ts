import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, inject, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../testing/test-database.ts';
import { migrate, migrationStatus } from './migrate.ts';

const { roles } = inject('testDatabaseTemplate');
let database: TestDatabase;
let folder: string;
beforeEach(async () => {
  database = await testDatabase();
  await database.owner.query('delete from platform_migration');
  folder = mkdtempSync(join(tmpdir(), 'concord-test-'));
});
afterEach(async () => {
  await database.close();
  rmSync(folder, { recursive: true, force: true });
});

const file = (name: string, sql: string) => writeFileSync(join(folder, name), sql);
const run = () => migrate({ owner: database.owner, roles, folder });

test('files run once, in the order of their names, and may name the roles', async () => {
  file('002_b.sql', 'grant select on first_table to {{app}}');
  file('001_a.sql', 'create table first_table (id int)');
  expect(await run()).toEqual(['001_a.sql', '002_b.sql']);
  expect(await run()).toEqual([]);
  await expect(database.app.query('select * from first_table')).resolves.toBeTruthy();
  await expect(database.auth.query('select * from public.first_table')).rejects.toThrow('denied');
});

test('two processes at once apply each file once', async () => {
  file('001_a.sql', 'create table first_table (id int)');
  file('002_b.sql', 'insert into first_table values (1)');
  const both = await Promise.all([run(), run()]);
  expect(both.flat().sort()).toEqual(['001_a.sql', '002_b.sql']);
  expect((await database.owner.query('select * from first_table')).rowCount).toBe(1);
});

test('a step that fails leaves nothing of itself, and keeps the ones before', async () => {
  file('001_a.sql', 'create table first_table (id int)');
  file('002_b.sql', 'create table second_table (id int); select 1/0');
  await expect(run()).rejects.toThrow(
    'The database could not be brought up to 002_b.sql (division by zero); nothing of that step was kept.',
  );
  const status = await migrationStatus(database.owner, folder);
  expect(status.applied).toEqual(['001_a.sql']);
  expect(status.pending.map(({ name }) => name)).toEqual(['002_b.sql']);
  const { rows } = await database.owner.query(`select to_regclass('second_table') as found`);
  expect(rows).toEqual([{ found: null }]);
});

test('a file that was changed after it was applied is refused', async () => {
  file('001_a.sql', 'create table first_table (id int)');
  await run();
  file('001_a.sql', 'create table first_table (id bigint)');
  await expect(run()).rejects.toThrow('001_a.sql differs from the one that was applied');
});

test('a database that a newer version has used is refused', async () => {
  file('001_a.sql', 'create table first_table (id int)');
  await run();
  rmSync(join(folder, '001_a.sql'));
  await expect(run()).rejects.toThrow('already used by a newer Concord (it has 001_a.sql');
});

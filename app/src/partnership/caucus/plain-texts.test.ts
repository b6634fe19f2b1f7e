import { randomUUID } from 'node:crypto';
import { copyFileSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, expect, inject, test } from 'vitest';
import { withClient } from '../../platform/database/connection.ts';
import { migrate, migrationsFolder } from '../../platform/database/migrate.ts';
import { inDatabase } from '../../platform/testing/temporary-database.ts';

const { owner, roles, maintenance } = inject('testDatabaseTemplate');
let name: string;
let folder: string;
let pool: pg.Pool;

/** A database as it was before texts were sealed. */
beforeEach(async () => {
  name = `concord_test_${randomUUID().replaceAll('-', '')}`;
  await withClient(maintenance, (client) => client.query(`create database ${name}`));
  pool = new pg.Pool({ ...inDatabase(owner, name), max: 2 });
  folder = mkdtempSync(join(tmpdir(), 'concord-test-'));
  for (const file of readdirSync(migrationsFolder()))
    if (file < '012') copyFileSync(join(migrationsFolder(), file), join(folder, file));
  await migrate({ owner: pool, roles, folder });
});
afterEach(async () => {
  await pool.end();
  rmSync(folder, { recursive: true, force: true });
  await withClient(maintenance, (client) => client.query(`drop database ${name}`));
});

async function writePlainly({ demo }: { demo: boolean }): Promise<void> {
  await pool.query(
    `with p as (insert into partnership (id, slug, name, level, demo, created_at)
       values (gen_random_uuid(), 'before', 'Before', 'district', $1, now()) returning id)
     insert into caucus_thread (partnership_id, id, visible_to, sort, title, created_at, changed_at, created_by_seat)
     select id, gen_random_uuid(), 'caucus:' || gen_random_uuid(), 'note', 'Written plainly', now(), now(),
       gen_random_uuid() from p`,
    [demo],
  );
}

function bringUp(): Promise<string[]> {
  copyFileSync(join(migrationsFolder(), '012_caucus.sql'), join(folder, '012_caucus.sql'));
  return migrate({ owner: pool, roles, folder });
}

test('plain texts of the demo go', async () => {
  await writePlainly({ demo: true });
  expect(await bringUp()).toEqual(['012_caucus.sql']);
});

test('plain texts of real people stop the change, with what to do, and stay', async () => {
  await writePlainly({ demo: false });
  await expect(bringUp()).rejects.toThrow(
    'organizations keep 1 texts in their own spaces that were written before these were encrypted',
  );
  const { rows } = await pool.query('select title from caucus_thread');
  expect(rows).toEqual([{ title: 'Written plainly' }]);
  await pool.query('delete from caucus_thread');
  expect(await bringUp()).toEqual(['012_caucus.sql']);
});

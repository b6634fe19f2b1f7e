import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../testing/test-database.ts';
import { listedValues, readColumns } from './read-columns.ts';
import { renderTableTypes } from './render-table-types.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

test('the table types are those of the migrated database (npm run types)', async () => {
  const stored = readFileSync(join(import.meta.dirname, 'tables.generated.ts'), 'utf8');
  expect(stored).toBe(renderTableTypes(await readColumns(database.owner)));
});

test('a column says whether it may be empty, left out or written at all, and what it allows', async () => {
  await database.owner.query(`
    create domain mood as text check (value in ('calm', 'it''s fine'));
    create table sample (
      id bigint generated always as identity, name text not null, day date, amount numeric not null default 0,
      feeling mood not null, state text check (state in ('open', 'closed')), tags text[] not null,
      at timestamptz not null default now(), seen timestamptz[], more jsonb,
      twice numeric generated always as (amount * 2) stored)`);
  const columns = await readColumns(database.owner);
  const text = renderTableTypes(columns.filter(({ table }) => table === 'sample'));
  expect(text.slice(text.indexOf('export interface'))).toBe(`export interface SampleTable {
  id: Computed<number>;
  name: string;
  day: string | null;
  amount: Generated<Numeric>;
  feeling: "calm" | "it's fine";
  state: "open" | "closed" | null;
  tags: string[];
  at: Generated<Date>;
  seen: Date[] | null;
  more: ColumnType<Json | null, string | null, string | null>;
  twice: Computed<ColumnType<string | null, string | number | null, string | number | null>>;
}

export interface Tables {
  sample: SampleTable;
}
`);
});

test('a check that is no list gives no list', () => {
  expect(listedValues('CHECK ((length(name) > 0))')).toBeNull();
  expect(listedValues("CHECK (((kind = ANY (ARRAY['a'::text])) AND (x > 1)))")).toBeNull();
});

test('dates stay text, counts are numbers, exact numbers stay text', async () => {
  const { rows } = await database.app.query(`select '2026-03-01'::date as day, count(*) as count,
    array['2026-03-01'::date, null] as days, array[1::int8] as numbers, 1.50::numeric as exact`);
  expect(rows).toEqual([
    { day: '2026-03-01', count: 1, days: ['2026-03-01', null], numbers: [1], exact: '1.50' },
  ]);
  await expect(database.app.query(`select 9007199254740993::int8`)).rejects.toThrow('does not fit');
});

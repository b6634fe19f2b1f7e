import type { Pool } from 'pg';

export type Row = Record<string, unknown>;

/** A table as the migrated database has it, with everything that stands in it. */
export interface LeakTable {
  /** With its schema, quoted. */
  name: string;
  secured: boolean;
  key: readonly string[];
  rows: readonly Row[];
  /** What the application's role may do at all, and to which columns. */
  granted: {
    select: boolean;
    delete: boolean;
    insert: readonly string[];
    update: readonly string[];
  };
}

/** Every table of the database, read from its catalog so that none is forgotten. */
export async function readTables(owner: Pool, appRole: string): Promise<LeakTable[]> {
  const { rows } = await owner.query<Omit<LeakTable, 'rows'>>(
    `select format('%I.%I', n.nspname, c.relname) as name, c.relrowsecurity as secured,
       array(select a.attname::text from pg_index i join pg_attribute a
         on a.attrelid = c.oid and a.attnum = any (i.indkey)
         where i.indrelid = c.oid and i.indisprimary order by a.attnum) as key,
       jsonb_build_object(
         'select', has_any_column_privilege($1, c.oid, 'select'),
         'delete', has_table_privilege($1, c.oid, 'delete'),
         'insert', (select coalesce(jsonb_agg(a.attname order by a.attnum), '[]') from pg_attribute a
           where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
             and has_column_privilege($1, c.oid, a.attnum, 'insert')),
         'update', (select coalesce(jsonb_agg(a.attname order by a.attnum), '[]') from pg_attribute a
           where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
             and has_column_privilege($1, c.oid, a.attnum, 'update'))) as granted
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'p', 'v', 'm') and n.nspname not in ('pg_catalog', 'information_schema')
     order by 1`,
    [appRole],
  );
  const tables: LeakTable[] = [];
  for (const table of rows) {
    const found = await owner.query<{ row: Row }>(
      `select to_jsonb(t) as row from ${table.name} t order by 1`,
    );
    tables.push({ ...table, rows: found.rows.map(({ row }) => row) });
  }
  return tables;
}

/** What tells one row of a table from the others. */
export function keyOf({ key }: Pick<LeakTable, 'key'>, row: Row): string {
  return key.map((column) => String(row[column])).join(' ');
}

export function tableCalled(tables: readonly LeakTable[], name: string): LeakTable {
  const table = tables.find((each) => each.name === `public.${name}`);
  if (!table) throw new Error(`There is no table ${name}.`);
  return table;
}

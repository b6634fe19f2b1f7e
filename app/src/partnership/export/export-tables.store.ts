import { sql } from 'kysely';
import type { Ctx } from '../access/server.ts';

/** A table of the partnership as exports see it, read from the database's own catalogue. */
export interface ExportTable {
  name: string;
  columns: readonly string[];
  key: readonly string[];
  /** The column that names the record a row belongs to. */
  about: string | null;
  hasVisibility: boolean;
  people: readonly string[];
  seats: readonly string[];
  /** Moments and days, for when something was done. */
  moments: readonly string[];
}

/**
 * What is no record: letters on their way (their text goes when they leave), copies of records, the
 * product's own data, and what only the organization's own keys can read.
 */
const never = /^(mail|records_|retention_|caucus_|throttle|setup_token|audit_head|platform_|test_)/;
/** What opens something, or is nothing a person can read. */
const technical = /(^|_)(token|hash|key|secret|digest|plan|basis|account_id|roster_id)$/;

/** Every table that the acting role may read and that belongs to a partnership. One query. */
export async function readExportTables(ctx: Ctx): Promise<ExportTable[]> {
  const { rows } = await sql<{
    name: string;
    columns: { name: string; type: string }[];
    key: string[];
    refers: { column: string; table: string; whole: boolean }[];
  }>`
    select c.relname as name,
      (select jsonb_agg(jsonb_build_object('name', a.attname, 'type', format_type(a.atttypid, null)) order by a.attnum)
        from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
          and has_column_privilege(c.oid, a.attnum, 'select')) as columns,
      array(select a.attname::text from pg_index i, unnest(i.indkey) with ordinality k (number, place), pg_attribute a
        where i.indrelid = c.oid and i.indisprimary and a.attrelid = c.oid and a.attnum = k.number order by k.place) as key,
      coalesce((select jsonb_agg(jsonb_build_object('column', a.attname, 'table', r.relname,
          'whole', cardinality(f.conkey) = 3) order by cardinality(f.conkey) desc, a.attnum)
        from pg_constraint f join pg_class r on r.oid = f.confrelid
        cross join lateral unnest(f.conkey, f.confkey) k (here, there)
        join pg_attribute a on a.attrelid = c.oid and a.attnum = k.here
        join pg_attribute b on b.attrelid = r.oid and b.attnum = k.there and b.attname = 'id'
        where f.conrelid = c.oid and f.contype = 'f'), '[]') as refers
    from pg_class c
    where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and c.relrowsecurity
      and has_any_column_privilege(c.oid, 'select')
    order by c.relname <> 'record', c.relname
  `.execute(ctx.db);
  return rows
    .filter(({ name, columns }) => !never.test(name) && has(columns, 'partnership_id'))
    .map(({ name, columns, key, refers }) => {
      const to = (table: string) =>
        refers.filter((one) => one.table === table).map(({ column }) => column);
      const shown = columns.filter(
        ({ name: one, type }) => type !== 'bytea' && !technical.test(one),
      );
      return {
        name,
        columns: shown.map((column) => column.name),
        key: key.filter((column) => column !== 'partnership_id'),
        about: name === 'record' ? 'id' : aboutOf(columns, refers),
        hasVisibility: has(columns, 'visible_to'),
        people: named(columns, [
          ...to('person'),
          'person_id',
          ...(name === 'person' ? ['id'] : []),
        ]),
        seats: named(columns, [...to('seat'), 'seat_id']),
        moments: columns
          .filter(({ type }) => /^(timestamp|date)/.test(type))
          .map((one) => one.name),
      };
    });
}

const has = (columns: readonly { name: string }[], name: string) =>
  columns.some((column) => column.name === name);

const named = (columns: readonly { name: string }[], names: readonly string[]) => [
  ...new Set(names.filter((name) => has(columns, name))),
];

/** The foreign key that also carries who can see it makes a row part of a record. */
function aboutOf(
  columns: readonly { name: string }[],
  refers: readonly { column: string; table: string; whole: boolean }[],
): string | null {
  const parts = refers.filter(({ table }) => table === 'record');
  const part = parts.find(({ whole }) => whole) ?? parts[0];
  return part?.column ?? (has(columns, 'record_id') ? 'record_id' : null);
}

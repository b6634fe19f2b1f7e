import type pg from 'pg';

export type Column = {
  table: string;
  column: string;
  /** The type beneath domains and arrays, as the catalogue names it: int8, text, timestamptz. */
  type: string;
  isArray: boolean;
  isEnum: boolean;
  nullable: boolean;
  hasDefault: boolean;
  /** Computed by the database, so that nobody may write it. */
  computed: boolean;
  /** The values that a check or an enum allows, where it lists them. */
  allowed: string[] | null;
};

const query = `
with recursive base as (
  select oid as id, oid as root, typnotnull as filled from pg_type where typtype <> 'd'
  union all
  select d.oid, base.root, d.typnotnull from pg_type d join base on d.typbasetype = base.id
  where d.typtype = 'd'
)
select c.relname as table, a.attname as column,
  coalesce(item.typname, t.typname) as type,
  item.oid is not null as "isArray",
  coalesce(item.typtype, t.typtype) = 'e' as "isEnum",
  not (a.attnotnull or base.filled) as nullable,
  a.atthasdef or a.attidentity <> '' as "hasDefault",
  a.attgenerated <> '' or a.attidentity = 'a' as computed,
  case when coalesce(item.typtype, t.typtype) = 'e'
    then (select json_agg(e.enumlabel order by e.enumsortorder)
      from pg_enum e where e.enumtypid = coalesce(item.oid, t.oid)) end as labels,
  array(select pg_get_constraintdef(k.oid) from pg_constraint k
    where k.contype = 'c' and (k.contypid = a.atttypid
      or (k.conrelid = c.oid and k.conkey = array[a.attnum]))) as checks
from pg_class c
join pg_namespace n on n.oid = c.relnamespace
join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
join base on base.id = a.atttypid
join pg_type t on t.oid = base.root
left join pg_type item on t.typcategory = 'A' and item.oid = t.typelem
where c.relkind in ('r', 'p', 'v', 'm') and not c.relispartition
  and n.nspname = 'public' and c.relname <> 'platform_migration'
order by c.relname, a.attnum`;

type Row = Omit<Column, 'allowed'> & { labels: string[] | null; checks: string[] };

/** Every column of every table and view that the application may know, as the database's own catalogue describes it. */
export async function readColumns(client: Pick<pg.ClientBase, 'query'>): Promise<Column[]> {
  const { rows } = await client.query<Row>(query);
  return rows.map(({ labels, checks, ...column }) => ({
    ...column,
    allowed: labels ?? checks.map(listedValues).find((values) => values !== null) ?? null,
  }));
}

/** The values of CHECK (x IN ('a', 'b')), which the catalogue spells = ANY (ARRAY['a'::text, …]). */
export function listedValues(check: string): string[] | null {
  const list = /^CHECK \(\(+\w+\)?(?:::\w+)? = ANY \(+ARRAY\[(.*)\](?:\)?::[\w ]+\[\])?\)+$/.exec(
    check,
  );
  if (!list) return null;
  const item = /'((?:[^']|'')*)'::[\w ]+/g;
  const values = [...list[1]!.matchAll(item)].map(([, value]) => value!.replaceAll("''", "'"));
  const rest = list[1]!.replaceAll(item, '').replace(/[\s,()]|::text|::"?char"?/g, '');
  return rest === '' && values.length > 0 ? values : null;
}

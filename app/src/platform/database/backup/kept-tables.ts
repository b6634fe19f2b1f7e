import type { ClientBase } from 'pg';
import type { TableHead } from './backup-file.ts';

/** Every table with its columns, without those that the database computes. Names are quoted. */
export async function keptTables(client: Pick<ClientBase, 'query'>): Promise<TableHead[]> {
  const { rows } = await client.query<TableHead>(
    `select format('%I.%I', n.nspname, c.relname) as table,
       array_agg(quote_ident(a.attname) order by a.attnum) as columns
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
     where c.relkind = 'r' and n.nspname in ('public', 'auth')
     group by n.nspname, c.relname order by 1`,
  );
  return rows;
}

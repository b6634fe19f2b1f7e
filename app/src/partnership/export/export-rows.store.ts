import { type RawBuilder, sql } from 'kysely';
import type { SeatedCtx } from '../access/server.ts';
import type { ExportRow, RecordsRequest } from './export.ts';
import { type ExportTable, readExportTables } from './export-tables.store.ts';

type Wanted = Pick<RecordsRequest, 'scope' | 'recordId' | 'personId' | 'withOwn' | 'reviewedAt'>;

/**
 * Reads rows as the acting seat, with its own policies: what it may not read is not there. One order,
 * so that the same rows give the same copy: by record, oldest first, then by table and key.
 */
export async function rowsOf(ctx: SeatedCtx, wanted: Wanted) {
  const tables = await readExportTables(ctx);
  const topic = wanted.recordId ? await readTopic(ctx, wanted.recordId) : [];
  const all = query(ctx, wanted, tables, topic);
  const ordered = sql`${all} order by about nulls last, place, key`;
  return {
    tables,
    count: async () => {
      const { rows } = await sql<{ count: number }>`
        select count(*) as count from (${all}) x`.execute(ctx.db);
      return rows[0]?.count ?? 0;
    },
    /** Some of them, for a page; only those in which these words stand. */
    page: async (page: { words: string; from: number; most: number }): Promise<ExportRow[]> => {
      const words = `%${page.words.replace(/[\\%_]/g, String.raw`\$&`)}%`;
      const { rows } = await sql<ExportRow>`
        select about, "table", key, content from (${all}) x
        where ${page.words === ''} or content ilike ${words}
        order by about nulls last, place, key limit ${page.most} offset ${page.from}`.execute(
        ctx.db,
      );
      return rows;
    },
    /** All of them, as they stood in one moment, never more than a thousand in memory. */
    each: async function* (): AsyncGenerator<ExportRow> {
      await sql`declare export_rows no scroll cursor for ${ordered}`.execute(ctx.db);
      for (;;) {
        const { rows } = await sql<ExportRow>`fetch 1000 from export_rows`.execute(ctx.db);
        if (rows.length === 0) break;
        yield* rows;
      }
      await sql`close export_rows`.execute(ctx.db);
    },
  };
}

/** What led to a record and what came of it, all the way, through what the acting seat may see. */
async function readTopic(ctx: SeatedCtx, id: string): Promise<string[]> {
  const p = ctx.actor.partnership.id;
  const { rows } = await sql<{ id: string }>`
    with recursive
    before (id) as (select ${id}::uuid union select l.from_id from before b join record_link l
      on l.partnership_id = ${p} and l.to_id = b.id),
    after (id) as (select ${id}::uuid union select l.to_id from after a join record_link l
      on l.partnership_id = ${p} and l.from_id = a.id)
    select id from before union select id from after
  `.execute(ctx.db);
  return rows.map((row) => row.id);
}

function query(
  ctx: SeatedCtx,
  wanted: Wanted,
  tables: readonly ExportTable[],
  topic: readonly string[],
): RawBuilder<unknown> {
  const parts = tables.flatMap((table, place) => {
    const where = conditionOf(ctx, wanted, table, topic);
    return where
      ? [select(ctx, table, place, sql`${where} and ${audienceOf(ctx, wanted, table)}`)]
      : [];
  });
  const hits = sql.join(parts, sql` union all `);
  if (wanted.scope !== 'person') return hits;
  // The heads of the records in which the person has a part say what the part was in.
  const place = tables.findIndex(({ name }) => name === 'record');
  const head = tables[place];
  if (!head) return hits;
  const audience = audienceOf(ctx, wanted, head);
  const heads = select(ctx, head, place, sql`t.id in (select about from hits) and ${audience}`);
  return sql`select * from (with hits as (${hits}) select * from hits union ${heads}) named`;
}

function select(ctx: SeatedCtx, table: ExportTable, place: number, where: RawBuilder<unknown>) {
  const about = table.about ? sql`t.${sql.ref(table.about)}` : sql`null::uuid`;
  const key = sql.join(table.key.map((column) => sql`t.${sql.ref(column)}`));
  const fields = table.columns.filter((column) => column !== 'partnership_id');
  const content = sql.join(fields.map((column) => sql`${sql.lit(column)}, t.${sql.ref(column)}`));
  return sql`select ${about} as about, ${sql.lit(place)}::integer as place, ${sql.lit(table.name)} as "table",
    concat_ws('/', ${key}) as key, json_build_object(${content})::text as content
    from ${sql.ref(table.name)} t where t.partnership_id = ${ctx.actor.partnership.id} and ${where}`;
}

/** Shared rows; with an organization's own where that was wanted; never what is one person's alone. */
function audienceOf(ctx: SeatedCtx, wanted: Wanted, table: ExportTable): RawBuilder<unknown> {
  // What happened after the look is no part of what was looked at, this copy's own line least of all.
  if (table.name === 'audit_entry' && wanted.reviewedAt)
    return sql`${audienceOf(ctx, { ...wanted, reviewedAt: null }, table)} and t.at < ${wanted.reviewedAt}`;
  const { withOwn } = wanted;
  const closed = withOwn ? '^person:' : '^(caucus|person):';
  if (table.hasVisibility) return sql`t.visible_to !~ ${closed}`;
  if (table.name !== 'record_link') return sql`true`;
  return sql`not exists (select from record r where r.partnership_id = ${ctx.actor.partnership.id}
    and r.id in (t.from_id, t.to_id) and r.visible_to ~ ${closed})`;
}

function conditionOf(
  ctx: SeatedCtx,
  wanted: Wanted,
  table: ExportTable,
  topic: readonly string[],
): RawBuilder<unknown> | null {
  if (wanted.scope === 'partnership') return sql`true`;
  if (wanted.scope === 'person') return namesPerson(ctx, wanted.personId ?? '', table);
  const ids = sql`${[...topic]}::uuid[]`;
  if (table.name === 'record_link') return sql`t.from_id = any (${ids}) and t.to_id = any (${ids})`;
  return table.about ? sql`t.${sql.ref(table.about)} = any (${ids})` : null;
}

/** Named themselves, or by a seat in which they sat when it was done. */
function namesPerson(
  ctx: SeatedCtx,
  personId: string,
  table: ExportTable,
): RawBuilder<unknown> | null {
  const p = ctx.actor.partnership.id;
  const ways = [
    ...table.people.map((column) => sql`t.${sql.ref(column)} = ${personId}`),
    ...(table.name === 'seat' ? ['id'] : table.seats).map((column) => {
      const moment = table.name === 'seat' ? null : momentOf(table, column);
      const then = moment
        ? sql`and local_day(${p}, t.${sql.ref(moment)}::timestamptz) >= x.starts_on
            and (x.ended_at is null or t.${sql.ref(moment)}::timestamptz <= x.ended_at)
            and (x.ends_on is null or local_day(${p}, t.${sql.ref(moment)}::timestamptz) <= x.ends_on)`
        : sql``;
      return sql`exists (select from term x where x.partnership_id = ${p} and x.person_id = ${personId}
        and x.seat_id = t.${sql.ref(column)} ${then})`;
    }),
  ];
  return ways.length > 0 ? sql`(${sql.join(ways, sql` or `)})` : null;
}

const whenDone = [
  'entered_at',
  'written_at',
  'approved_at',
  'endorsed_at',
  'ratified_at',
  'noted_at',
  'at',
];

/** When somebody did it from this seat. Nothing for a seat that is charged with something and may still be. */
function momentOf({ moments }: ExportTable, column: string): string | null {
  const verb = /^(\w+)_by_seat$/.exec(column)?.[1];
  if (verb === 'minutes') return 'minutes_ready_at';
  if (verb && moments.includes(`${verb}_at`)) return `${verb}_at`;
  if (verb && moments.includes('created_at')) return 'created_at';
  if (column !== 'seat_id') return null;
  return whenDone.find((moment) => moments.includes(moment)) ?? null;
}

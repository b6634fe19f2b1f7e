import { type SqlBool, sql } from 'kysely';
import type { SeatedCtx } from '../access/server.ts';
import type { AuditFilter, AuditPlace } from './audit-filter.ts';
import { type AuditObject, readObjects } from './audit-objects.store.ts';

export interface AuditLine extends AuditPlace {
  action: string;
  person: string | null;
  seat: string | null;
  organization: string | null;
  details: Record<string, unknown>;
  record: { id: string; kind: string; title: string } | null;
  /** What else it was about, by name, as far as the reader may read it. */
  objects: readonly AuditObject[];
}

export interface AuditPage {
  /** The newest first. */
  lines: AuditLine[];
  newer: boolean;
  older: boolean;
}

const pageSize = 50;

type Row = Omit<AuditLine, 'objects' | 'record'> & {
  recordId: string | null;
  recordKind: string | null;
  recordTitle: string | null;
};

/**
 * Lines of the audit trail as far as the acting seat may read it, with the names of what they are
 * about. Goes on from a place in the trail, so that the last page costs what the first one does.
 * Two queries.
 */
export async function readAudit(
  ctx: SeatedCtx,
  question: {
    filter?: AuditFilter;
    olderThan?: AuditPlace | undefined;
    newerThan?: AuditPlace | undefined;
  } = {},
): Promise<AuditPage> {
  const { filter = {}, olderThan, newerThan } = question;
  const place = newerThan ?? olderThan;
  const order = sql.raw(newerThan ? 'asc' : 'desc');
  const beyond = place
    ? sql<SqlBool>`(e.at, e.visible_to::text, e.number) ${sql.raw(newerThan ? '>' : '<')}
        (${place.at}::timestamptz, ${place.visibleTo}::text, ${place.number}::bigint)`
    : sql<SqlBool>`true`;
  const { rows } = await sql<Row>`
    select e.at, e.visible_to, e.number, e.action, e.details, person.name as person, seat.title as seat,
      organization.name as organization, record.id as record_id, record.kind as record_kind,
      record.title as record_title
    from (
      select * from audit_entry e
      where ${asked(ctx, filter)} and ${beyond}
      order by e.at ${order}, e.visible_to::text ${order}, e.number ${order} limit ${pageSize + 1}) e
    left join person on person.partnership_id = e.partnership_id and person.id = e.person_id
    left join seat on seat.partnership_id = e.partnership_id and seat.id = e.seat_id
    left join organization on organization.partnership_id = e.partnership_id
      and organization.id = seat.organization_id
    left join record on record.partnership_id = e.partnership_id and record.id = e.record_id
    order by e.at ${order}, e.visible_to::text ${order}, e.number ${order}`.execute(ctx.db);
  const beyondPage = rows.length > pageSize;
  const shown = rows.slice(0, pageSize);
  if (newerThan) shown.reverse();
  return {
    lines: await withObjects(ctx, shown),
    newer: newerThan ? beyondPage : olderThan !== undefined,
    older: newerThan ? true : beyondPage,
  };
}

/** The condition that a filter makes; the row is `e`. */
export function asked({ actor: { partnership } }: SeatedCtx, filter: AuditFilter) {
  const { noun, organizationId, seatId, recordId, from, until } = filter;
  const dayBegins = (day: string, plus: number) =>
    sql`((${day}::date + ${plus}::int)::timestamp at time zone ${partnership.timeZone})`;
  const conditions = [sql<SqlBool>`e.partnership_id = ${partnership.id}::uuid`];
  if (noun) conditions.push(sql`split_part(e.action, '.', 1) = ${noun}`);
  if (seatId) conditions.push(sql`e.seat_id = ${seatId}::uuid`);
  if (organizationId)
    conditions.push(sql`e.seat_id in (select s.id from seat s
      where s.partnership_id = ${partnership.id}::uuid and s.organization_id = ${organizationId}::uuid)`);
  if (recordId) conditions.push(sql`e.record_id = ${recordId}::uuid`);
  if (from) conditions.push(sql`e.at >= ${dayBegins(from, 0)}`);
  if (until) conditions.push(sql`e.at < ${dayBegins(until, 1)}`);
  return sql.join(conditions, sql` and `);
}

async function withObjects(ctx: SeatedCtx, rows: readonly Row[]): Promise<AuditLine[]> {
  const objects = await readObjects(
    ctx,
    rows.map(({ details }) => details),
  );
  return rows.map(({ recordId, recordKind, recordTitle, ...row }) => ({
    ...row,
    record: recordId ? { id: recordId, kind: recordKind ?? '', title: recordTitle ?? '' } : null,
    objects: objects(row.details).filter(({ id }) => id !== recordId),
  }));
}

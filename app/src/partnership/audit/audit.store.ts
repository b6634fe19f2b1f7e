import { sql } from 'kysely';
import type { Ctx, SeatedCtx } from '../access/server.ts';

export interface AuditEntry {
  visibleTo: string;
  recordId?: string;
  details?: Record<string, unknown>;
}

export interface AuditLine {
  number: number;
  visibleTo: string;
  at: Date;
  action: string;
  person: string | null;
  seat: string | null;
  recordId: string | null;
  recordKind: string | null;
  recordTitle: string | null;
}

const pageSize = 50;

/** The database chains the line to the one before it. */
export async function appendAudit(ctx: Ctx, action: string, entry: AuditEntry): Promise<void> {
  await sql`select audit_append(${action}, ${ctx.clock.now()}, ${entry.visibleTo},
    ${entry.recordId ?? null}::uuid, ${JSON.stringify(entry.details ?? {})}::jsonb)`.execute(
    ctx.db,
  );
}

/** The audit trail as far as the acting seat may read it, the newest first; `page` counts from 1. */
export async function readAudit(
  ctx: SeatedCtx,
  filter: { page: number; noun?: string | undefined },
): Promise<{ lines: AuditLine[]; more: boolean }> {
  let query = ctx.db
    .selectFrom('auditEntry as entry')
    .leftJoin('person', (join) =>
      join
        .onRef('person.partnershipId', '=', 'entry.partnershipId')
        .onRef('person.id', '=', 'entry.personId'),
    )
    .leftJoin('seat', (join) =>
      join
        .onRef('seat.partnershipId', '=', 'entry.partnershipId')
        .onRef('seat.id', '=', 'entry.seatId'),
    )
    .leftJoin('record', (join) =>
      join
        .onRef('record.partnershipId', '=', 'entry.partnershipId')
        .onRef('record.id', '=', 'entry.recordId'),
    )
    .select([
      'entry.number',
      'entry.visibleTo',
      'entry.at',
      'entry.action',
      'person.name as person',
      'seat.title as seat',
      'record.id as recordId',
      'record.kind as recordKind',
      'record.title as recordTitle',
    ])
    .where('entry.partnershipId', '=', ctx.actor.partnership.id)
    .orderBy('entry.at', 'desc')
    .orderBy('entry.number', 'desc')
    .limit(pageSize + 1)
    .offset((filter.page - 1) * pageSize);
  if (filter.noun) query = query.where('entry.action', 'like', `${filter.noun}.%`);
  const rows = await query.execute();
  return { lines: rows.slice(0, pageSize), more: rows.length > pageSize };
}

/** Everything the acting seat may read, oldest first, one JSON object a line, with the hashes. */
export async function exportAudit(ctx: SeatedCtx): Promise<string> {
  const rows = await ctx.db
    .selectFrom('auditEntry')
    .selectAll()
    .where('partnershipId', '=', ctx.actor.partnership.id)
    .orderBy('visibleTo')
    .orderBy('number')
    .execute();
  return rows
    .map(({ hash, previousHash, ...row }) =>
      JSON.stringify({
        ...row,
        previousHash: previousHash.toString('hex'),
        hash: hash.toString('hex'),
      }),
    )
    .map((line) => `${line}\n`)
    .join('');
}

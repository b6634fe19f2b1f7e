import { sql } from 'kysely';
import type { SeatedCtx } from '../access/server.ts';
import type { AuditFilter } from './audit-filter.ts';
import { asked } from './audit-lines.store.ts';

interface Exported {
  partnershipId: string;
  visibleTo: string;
  number: number;
  at: Date;
  personId: string | null;
  seatId: string | null;
  action: string;
  recordId: string | null;
  details: Record<string, unknown>;
  previousHash: string;
  hash: string;
}

/**
 * What the acting seat may read of the audit trail, chain by chain and oldest first, one JSON object
 * a line, with the hashes. Only a whole chain can be verified: a filter leaves gaps in it.
 */
export async function exportAudit(ctx: SeatedCtx, filter: AuditFilter = {}): Promise<string> {
  const { rows } = await sql<Exported>`
    select e.partnership_id, e.visible_to, e.number, e.at, e.person_id, e.seat_id, e.action, e.record_id,
      e.details, encode(e.previous_hash, 'hex') as previous_hash, encode(e.hash, 'hex') as hash
    from audit_entry e where ${asked(ctx, filter)}
    order by e.visible_to, e.number`.execute(ctx.db);
  return rows.map((row) => `${JSON.stringify(row)}\n`).join('');
}

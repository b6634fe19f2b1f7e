import { sql } from 'kysely';
import type { Ctx } from '../access/server.ts';

export interface AuditEntry {
  visibleTo: string;
  recordId?: string;
  details?: Record<string, unknown>;
}

/** The database chains the line to the one before it. */
export async function appendAudit(ctx: Ctx, action: string, entry: AuditEntry): Promise<void> {
  await sql`select audit_append(${action}, ${ctx.clock.now()}, ${entry.visibleTo},
    ${entry.recordId ?? null}::uuid, ${JSON.stringify(entry.details ?? {})}::jsonb)`.execute(
    ctx.db,
  );
}

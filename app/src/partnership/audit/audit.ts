import { sql } from 'kysely';
import type { Ctx } from '../access/server.ts';

/**
 * Adds a line to the audit trail of the audience that can see what happened, in the same transaction.
 * @param action  `noun.verb-in-past`, for example `goal.endorsed`.
 */
export async function audit(
  ctx: Ctx,
  action: `${string}.${string}`,
  entry: { visibleTo: string; recordId?: string; details?: Record<string, unknown> },
): Promise<void> {
  await sql`select audit_append(${action}, ${ctx.clock.now()}, ${entry.visibleTo},
    ${entry.recordId ?? null}::uuid, ${JSON.stringify(entry.details ?? {})}::jsonb)`.execute(
    ctx.db,
  );
}

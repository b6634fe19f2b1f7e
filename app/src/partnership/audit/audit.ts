import type { Ctx } from '../access/server.ts';
import { type AuditEntry, appendAudit } from './append-audit.store.ts';

/**
 * Adds a line to the audit trail of the audience that can see what happened, in the same transaction.
 * @param action  `noun.verb-in-past`, for example `goal.endorsed`.
 */
export async function audit(
  ctx: Ctx,
  action: `${string}.${string}`,
  entry: AuditEntry,
): Promise<void> {
  await appendAudit(ctx, action, entry);
}

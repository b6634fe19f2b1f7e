import { sql } from 'kysely';
import type { Ctx } from '../../partnership/access/server.ts';

/** A line in the audit trail that a voice was raised, which says nothing of who raised it. */
export async function auditUnnamedVoice(ctx: Ctx, voiceId: string): Promise<void> {
  await sql`select audit_unnamed_voice(${voiceId}::uuid, ${ctx.clock.now()})`.execute(ctx.db);
}

import { sql } from 'kysely';
import type { SeatedCtx } from '../../partnership/access/server.ts';

/** The database lets an organization open its own voice, and nobody any other record by themselves. */
export async function openOwnVoice(
  ctx: SeatedCtx,
  voiceId: string,
  asked: { answerSeat: string; answerBy: string },
): Promise<void> {
  await sql`select open_own_voice(${voiceId}::uuid, ${asked.answerSeat}::uuid, ${asked.answerBy}::date,
    ${ctx.clock.now()})`.execute(ctx.db);
}

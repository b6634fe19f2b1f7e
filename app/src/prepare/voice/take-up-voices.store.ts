import { sql } from 'kysely';
import type { Ctx } from '../../partnership/access/server.ts';

/** The voices that led to a shared goal are taken up in it. One statement. */
export async function takeUpVoices(ctx: Ctx, goalId: string): Promise<void> {
  await sql`
    update record set state = 'taken-up', changed_at = ${ctx.clock.now()}
    where partnership_id = ${ctx.actor.partnership?.id ?? null} and kind = 'voice' and state <> 'taken-up'
      and id in (select from_id from record_link
        where partnership_id = ${ctx.actor.partnership?.id ?? null} and to_id = ${goalId}::uuid)
  `.execute(ctx.db);
}

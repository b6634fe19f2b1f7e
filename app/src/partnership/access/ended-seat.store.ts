import { sql } from 'kysely';
import type { Database } from '../../platform/database/database.ts';
import type { EndedSeat } from './actor.ts';

/** The seat that this account last acted from in a partnership and does not any more. */
export async function readEndedSeat(
  db: Database,
  question: { accountId: string; slug: string; seatId: string | null; at: Date },
): Promise<EndedSeat | null> {
  const { accountId, slug, seatId, at } = question;
  const { rows } = await sql<EndedSeat>`
    select * from seat_that_ended(${accountId}::uuid, ${slug}, ${seatId}::uuid, ${at})`.execute(db);
  return rows[0] ?? null;
}

/** From here on the acting seat stays as it is until the transaction ends; false when its term has ended. */
export async function holdSeat(db: Database, at: Date): Promise<boolean> {
  const { rows } = await sql<{ held: boolean }>`select hold_seat(${at}) as held`.execute(db);
  return rows[0]?.held ?? false;
}

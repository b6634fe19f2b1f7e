import { sql } from 'kysely';
import type { Database } from '../../platform/database/database.ts';
import type { Ctx } from '../access/server.ts';
import type { OwnPartnership, OwnRow } from './own.ts';

/** Says whose own data this transaction may read, by their session. */
export async function enterOwn(db: Database, token: string | null, at: Date): Promise<boolean> {
  const { rows } = await sql<{ entered: boolean }>`
    select enter_own(${token}, ${at}) as entered
  `.execute(db);
  return rows[0]?.entered ?? false;
}

export async function readOwnRows(ctx: Ctx): Promise<OwnRow[]> {
  const { rows } = await sql<OwnRow>`
    select partnership, "table", key, content from own_rows()
  `.execute(ctx.db);
  return rows;
}

export async function readOwnPartnerships(ctx: Ctx): Promise<OwnPartnership[]> {
  const { rows } = await sql<OwnPartnership>`
    select * from own_partnerships(${ctx.clock.now()})
  `.execute(ctx.db);
  return rows;
}

/** Takes one's name out of a partnership for good. */
export async function forgetMe(
  ctx: Ctx,
  partnershipId: string,
): Promise<'done' | 'account-gone' | 'gone' | 'seated' | 'held'> {
  const { rows } = await sql<{
    outcome: 'done' | 'account-gone' | 'gone' | 'seated' | 'held';
  }>`select forget_me(${partnershipId}, ${ctx.clock.now()}) as outcome`.execute(ctx.db);
  return rows[0]?.outcome ?? 'gone';
}

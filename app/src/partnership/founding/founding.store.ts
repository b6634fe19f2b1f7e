import { sql } from 'kysely';
import { bytesParameter } from '../../platform/database/database.ts';
import type { PartnershipHere } from '../access/index.ts';
import type { Ctx } from '../access/server.ts';

export async function setupIsOpen(ctx: Ctx, tokenHash: Uint8Array): Promise<boolean> {
  const { rows } = await sql<{ open: boolean }>`
    select setup_open(${bytesParameter(tokenHash)}) as open`.execute(ctx.db);
  return rows[0]?.open ?? false;
}

/** The first rows of a partnership, against a set-up link that is used up by it; false when it was. */
export async function insertPartnership(
  ctx: Ctx,
  tokenHash: Uint8Array,
  first: {
    accountId: string;
    partnership: PartnershipHere;
    administration: { id: string; name: string };
    seat: { id: string; title: string };
    person: { id: string; name: string };
    termId: string;
  },
): Promise<boolean> {
  const { timeZone, ...partnership } = first.partnership;
  const { rows } = await sql<{ founded: boolean }>`
    select found_partnership(
      ${bytesParameter(tokenHash)}, ${ctx.clock.now()}, ${first.accountId}::uuid,
      ${JSON.stringify({ ...partnership, time_zone: timeZone })}::jsonb,
      ${JSON.stringify({ ...first.administration, constituency: 'administration' })}::jsonb,
      ${JSON.stringify(first.seat)}::jsonb, ${JSON.stringify(first.person)}::jsonb,
      ${first.termId}::uuid) as founded`.execute(ctx.db);
  return rows[0]?.founded ?? false;
}

/** The wanted slug, numbered when another partnership has it. */
export async function readFreeSlug(ctx: Ctx, wanted: string): Promise<string> {
  const { rows } = await sql<{ slug: string }>`select free_slug(${wanted}) as slug`.execute(ctx.db);
  return rows[0]?.slug ?? wanted;
}

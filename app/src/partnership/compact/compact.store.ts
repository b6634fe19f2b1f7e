import { type Ctx, notFound } from '../access/server.ts';
import type { CompactShown } from './compact.ts';

/** The text of a compact with its ratifications. */
export async function readCompact(ctx: Ctx, id: string): Promise<CompactShown> {
  const partnershipId = ctx.actor.partnership?.id ?? null;
  const compact = await ctx.db
    .selectFrom('compact')
    .select(['version', 'preamble', 'offeredAt', 'inForceAt', 'reviewOn'])
    .where('partnershipId', '=', partnershipId)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!compact) throw notFound();
  const lines = await ctx.db
    .selectFrom('compactLine')
    .select(['position', 'sort', 'body'])
    .where('partnershipId', '=', partnershipId)
    .where('compactId', '=', id)
    .orderBy('position')
    .execute();
  const ratifications = await ctx.db
    .selectFrom('ratification')
    .select(['organizationId', 'seatId', 'ratifiedAt'])
    .where('partnershipId', '=', partnershipId)
    .where('compactId', '=', id)
    .execute();
  return { ...compact, lines, ratifications };
}

export interface CompactListed {
  id: string;
  version: number;
  title: string;
  state: 'draft' | 'offered' | 'in-force' | 'superseded';
  changedAt: Date;
}

/** Every version, the newest first. */
export async function readCompacts(ctx: Ctx): Promise<CompactListed[]> {
  const rows = await ctx.db
    .selectFrom('compact')
    .innerJoin('record', (join) =>
      join
        .onRef('record.partnershipId', '=', 'compact.partnershipId')
        .onRef('record.id', '=', 'compact.id'),
    )
    .select(['compact.id', 'compact.version', 'record.title', 'record.state', 'record.changedAt'])
    .where('compact.partnershipId', '=', ctx.actor.partnership?.id ?? null)
    .orderBy('compact.version', 'desc')
    .execute();
  return rows as CompactListed[];
}

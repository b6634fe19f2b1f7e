import type { Ctx } from '../access/server.ts';
import type { RecordHead } from './record.ts';

/** What everybody may read of a partnership, the newest first. */
export async function readPublicRecords(ctx: Ctx): Promise<RecordHead[]> {
  const rows = await ctx.db
    .selectFrom('record')
    .select([
      'id',
      'kind',
      'title',
      'state',
      'visibleTo',
      'createdAt',
      'changedAt',
      'createdBySeat',
    ])
    .where('partnershipId', '=', ctx.actor.partnership?.id ?? null)
    .where('visibleTo', '=', 'public')
    .orderBy('createdAt', 'desc')
    .limit(100)
    .execute();
  return rows as RecordHead[];
}

import { notFound, type SeatedCtx } from '../access/server.ts';
import type { LeftOut, RecordsRequest } from './export.ts';

const columns = [
  'id',
  'scope',
  'recordId',
  'personId',
  'askedBy',
  'askedOn',
  'locale',
  'withOwn',
  'madeBySeat',
  'createdAt',
  'reviewedAt',
  'reviewedDigest',
  'madeAt',
  'fileDigest',
] as const;

/** The copies that this person prepares or has prepared, the newest first. */
export async function readRequests(ctx: SeatedCtx): Promise<RecordsRequest[]> {
  const rows = await ctx.db
    .selectFrom('recordsRequest')
    .select(columns)
    .where('partnershipId', '=', ctx.actor.partnership.id)
    .orderBy('createdAt', 'desc')
    .limit(100)
    .execute();
  return rows as RecordsRequest[];
}

export async function readRequest(ctx: SeatedCtx, id: string): Promise<RecordsRequest> {
  const row = await ctx.db
    .selectFrom('recordsRequest')
    .select(columns)
    .where('partnershipId', '=', ctx.actor.partnership.id)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) throw notFound();
  return row as RecordsRequest;
}

export async function insertRequest(
  ctx: SeatedCtx,
  request: Pick<
    RecordsRequest,
    'scope' | 'recordId' | 'personId' | 'askedBy' | 'askedOn' | 'locale' | 'withOwn'
  >,
): Promise<string> {
  const id = ctx.random.uuid();
  const { partnership, seat } = ctx.actor;
  await ctx.db
    .insertInto('recordsRequest')
    .values({
      partnershipId: partnership.id,
      id,
      visibleTo: `person:${seat.personId}`,
      ...request,
      madeBySeat: seat.seatId,
      createdAt: ctx.clock.now(),
    })
    .execute();
  return id;
}

export async function updateRequest(
  ctx: SeatedCtx,
  id: string,
  change: Partial<Pick<RecordsRequest, 'reviewedAt' | 'reviewedDigest' | 'madeAt' | 'fileDigest'>>,
): Promise<void> {
  await ctx.db
    .updateTable('recordsRequest')
    .set(change)
    .where('partnershipId', '=', ctx.actor.partnership.id)
    .where('id', '=', id)
    .execute();
}

/** In the order in which it was named. */
export async function readLeftOut(ctx: SeatedCtx, requestId: string): Promise<LeftOut[]> {
  return ctx.db
    .selectFrom('recordsLeftOut')
    .select(['id', 'item', 'passage', 'reason', 'namedBySeat', 'namedAt'])
    .where('partnershipId', '=', ctx.actor.partnership.id)
    .where('requestId', '=', requestId)
    .orderBy('namedAt')
    .orderBy('id')
    .execute();
}

export async function insertLeftOut(
  ctx: SeatedCtx,
  requestId: string,
  leftOut: readonly Pick<LeftOut, 'item' | 'passage' | 'reason'>[],
): Promise<void> {
  const { partnership, seat } = ctx.actor;
  await ctx.db
    .insertInto('recordsLeftOut')
    .values(
      leftOut.map((one) => ({
        partnershipId: partnership.id,
        requestId,
        id: ctx.random.uuid(),
        visibleTo: `person:${seat.personId}`,
        ...one,
        namedBySeat: seat.seatId,
        namedAt: ctx.clock.now(),
      })),
    )
    .execute();
}

export async function deleteLeftOut(ctx: SeatedCtx, requestId: string, id: string): Promise<void> {
  await ctx.db
    .deleteFrom('recordsLeftOut')
    .where('partnershipId', '=', ctx.actor.partnership.id)
    .where('requestId', '=', requestId)
    .where('id', '=', id)
    .execute();
}

import { type Ctx, notFound, type SeatedCtx } from '../../partnership/access/server.ts';
import type { Action } from './action.ts';

/** An action that this actor may read; otherwise there is nothing here. */
export async function readAction(ctx: Ctx, id: string): Promise<Action> {
  const action = await actions(ctx).where('action.id', '=', id).executeTakeFirst();
  if (!action) throw notFound();
  return action as Action;
}

/** Actions still to do that this actor may read, those due first on top. */
export async function readOpenActions(ctx: Ctx): Promise<Action[]> {
  return (await open(ctx).execute()) as Action[];
}

/** Actions that are done or dropped, the last ones first. */
export async function readClosedActions(ctx: Ctx, limit: number): Promise<Action[]> {
  const found = await actions(ctx)
    .where('action.closedAt', 'is not', null)
    .orderBy('action.closedAt', 'desc')
    .orderBy('action.id')
    .limit(limit)
    .execute();
  return found as Action[];
}

/** What the acting seat has to do, due first on top. */
export async function readMyActions(ctx: Ctx): Promise<Action[]> {
  const { seat } = ctx.actor;
  if (!seat) return [];
  return (await open(ctx).where('action.ownerSeat', '=', seat.seatId).execute()) as Action[];
}

/** What a team has still to do. */
export async function readTeamActions(ctx: Ctx, teamId: string): Promise<Action[]> {
  return (await open(ctx).where('action.teamId', '=', teamId).execute()) as Action[];
}

function open(ctx: Ctx) {
  return actions(ctx)
    .where('action.closedAt', 'is', null)
    .orderBy('action.dueOn')
    .orderBy('action.id');
}

function actions(ctx: Ctx) {
  return ctx.db
    .selectFrom('action')
    .innerJoin('record', (join) =>
      join
        .onRef('record.partnershipId', '=', 'action.partnershipId')
        .onRef('record.id', '=', 'action.id'),
    )
    .where('action.partnershipId', '=', ctx.actor.partnership?.id ?? null)
    .select([
      'record.id',
      'record.kind',
      'record.title',
      'record.state',
      'record.visibleTo',
      'record.createdAt',
      'record.changedAt',
      'record.createdBySeat',
      'action.teamId',
      'action.ownerSeat',
      'action.dueOn',
      'action.details',
      'action.closedAt',
      'action.closingNote',
    ]);
}

export async function insertAction(
  ctx: SeatedCtx,
  action: Pick<Action, 'id' | 'visibleTo' | 'teamId' | 'ownerSeat' | 'dueOn' | 'details'>,
): Promise<void> {
  const partnershipId = ctx.actor.partnership.id;
  await ctx.db
    .insertInto('action')
    .values({ partnershipId, ...action })
    .execute();
}

export async function updateAction(
  ctx: SeatedCtx,
  id: string,
  changes: Partial<Pick<Action, 'ownerSeat' | 'dueOn' | 'closedAt' | 'closingNote'>>,
): Promise<void> {
  await ctx.db
    .updateTable('action')
    .set(changes)
    .where('partnershipId', '=', ctx.actor.partnership.id)
    .where('id', '=', id)
    .execute();
}

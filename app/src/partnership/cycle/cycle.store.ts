import type { Ctx } from '../access/server.ts';
import type { RecordHead } from '../record/index.ts';
import type { Cycle } from './cycle.ts';

export async function readCycles(ctx: Ctx): Promise<Cycle[]> {
  return ctx.db
    .selectFrom('cycle')
    .select(['id', 'number', 'name', 'startsOn', 'actOn', 'reflectOn', 'endsOn', 'closedAt'])
    .where('partnershipId', '=', ctx.actor.partnership?.id ?? null)
    .orderBy('number')
    .execute();
}

export interface Carried extends RecordHead {
  note: string;
}

/** What a cycle took over from the one before. */
export async function readCarried(ctx: Ctx, cycleId: string): Promise<Carried[]> {
  const rows = await ctx.db
    .selectFrom('cycleCarried as carried')
    .innerJoin('record', (join) =>
      join
        .onRef('record.partnershipId', '=', 'carried.partnershipId')
        .onRef('record.id', '=', 'carried.recordId'),
    )
    .select([
      'record.id',
      'record.kind',
      'record.title',
      'record.state',
      'record.visibleTo',
      'record.createdAt',
      'record.changedAt',
      'record.createdBySeat',
      'carried.note',
    ])
    .where('carried.partnershipId', '=', ctx.actor.partnership?.id ?? null)
    .where('carried.cycleId', '=', cycleId)
    .orderBy('record.kind')
    .orderBy('record.title')
    .execute();
  return rows as Carried[];
}

/** What is unfinished when a cycle ends: open goals, goals to carry over, open actions, waiting voices. */
export async function readUnfinished(ctx: Ctx): Promise<RecordHead[]> {
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
    .where('visibleTo', 'in', ['partnership', 'public'])
    .where((eb) =>
      eb.or([
        eb('kind', '=', 'goal').and('state', 'in', ['proposed', 'adopted', 'carried-over']),
        eb('kind', '=', 'action').and('state', '=', 'open'),
        eb('kind', '=', 'voice').and('state', '=', 'waiting'),
        eb('kind', '=', 'team').and('state', '=', 'working'),
      ]),
    )
    .orderBy('kind')
    .orderBy('createdAt')
    .orderBy('id')
    .limit(200)
    .execute();
  return rows as RecordHead[];
}

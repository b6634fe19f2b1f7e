import type { Ctx, SeatedCtx } from '../../partnership/access/server.ts';
import type { AgendaItem, Meeting, Outcome } from './meeting.ts';

const columns = [
  'agendaItem.id',
  'agendaItem.meetingId',
  'agendaItem.position',
  'agendaItem.title',
  'agendaItem.recordId',
  'agendaItem.broughtBySeat',
  'agendaItem.carriedFrom',
  'agendaItem.outcome',
  'agendaItem.note',
  'agendaItem.forAction',
] as const;

export function readAgenda(ctx: Ctx, meetingId: string): Promise<AgendaItem[]> {
  return ctx.db
    .selectFrom('agendaItem')
    .select(columns)
    .where('partnershipId', '=', ctx.actor.partnership?.id ?? null)
    .where('meetingId', '=', meetingId)
    .orderBy('position')
    .orderBy('id')
    .execute();
}

type NewItem = Pick<AgendaItem, 'title' | 'recordId' | 'broughtBySeat' | 'carriedFrom'>;

/** Adds items at the end. An item that was carried over already is not carried again. */
export async function insertAgendaItems(
  ctx: SeatedCtx,
  meeting: Pick<Meeting, 'id' | 'visibleTo'>,
  items: readonly NewItem[],
): Promise<void> {
  if (items.length === 0) return;
  const partnershipId = ctx.actor.partnership.id;
  const { last } = await ctx.db
    .selectFrom('agendaItem')
    .select((eb) => eb.fn.max('position').as('last'))
    .where('partnershipId', '=', partnershipId)
    .where('meetingId', '=', meeting.id)
    .executeTakeFirstOrThrow();
  await ctx.db
    .insertInto('agendaItem')
    .values(
      items.map((item, at) => ({
        partnershipId,
        id: ctx.random.uuid(),
        meetingId: meeting.id,
        visibleTo: meeting.visibleTo,
        position: (last ?? 0) + 1 + at,
        ...item,
      })),
    )
    .onConflict((conflict) => conflict.columns(['partnershipId', 'carriedFrom']).doNothing())
    .execute();
}

export async function updateAgendaItem(
  ctx: SeatedCtx,
  item: { id: string; meetingId: string; outcome: Outcome; note: string },
): Promise<void> {
  await ctx.db
    .updateTable('agendaItem')
    .set({ outcome: item.outcome, note: item.note })
    .where('partnershipId', '=', ctx.actor.partnership.id)
    .where('meetingId', '=', item.meetingId)
    .where('id', '=', item.id)
    .execute();
}

/** What is still open when a meeting is over is carried over. */
export async function markOpenItemsCarried(ctx: SeatedCtx, meetingId: string): Promise<void> {
  await ctx.db
    .updateTable('agendaItem')
    .set({ outcome: 'carried' })
    .where('partnershipId', '=', ctx.actor.partnership.id)
    .where('meetingId', '=', meetingId)
    .where('outcome', '=', 'open')
    .execute();
}

/** Carried items of a team's earlier meetings of the same audience that stand on no later agenda yet. */
export function readItemsToCarry(ctx: SeatedCtx, to: Meeting): Promise<AgendaItem[]> {
  return ctx.db
    .selectFrom('agendaItem')
    .innerJoin('meeting', (join) =>
      join
        .onRef('meeting.partnershipId', '=', 'agendaItem.partnershipId')
        .onRef('meeting.id', '=', 'agendaItem.meetingId'),
    )
    .select(columns)
    .where('agendaItem.partnershipId', '=', ctx.actor.partnership.id)
    .where('meeting.teamId', '=', to.teamId)
    .where('meeting.startsAt', '<', to.startsAt)
    .where('agendaItem.visibleTo', '=', to.visibleTo)
    .where('agendaItem.outcome', '=', 'carried')
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('agendaItem as later')
            .select('later.id')
            .whereRef('later.partnershipId', '=', 'agendaItem.partnershipId')
            .whereRef('later.carriedFrom', '=', 'agendaItem.id'),
        ),
      ),
    )
    .orderBy('meeting.startsAt')
    .orderBy('agendaItem.position')
    .execute();
}

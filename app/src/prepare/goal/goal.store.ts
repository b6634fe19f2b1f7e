import { sql } from 'kysely';
import { readIndicators } from '../../measure/indicator/server.ts';
import { type Ctx, notFound } from '../../partnership/access/server.ts';
import type { Endorsement, Goal, GoalCard } from './goal.ts';

type Row<Shown extends { indicator: unknown }> = Omit<Shown, 'indicator'> & {
  indicatorId: string | null;
};

/** Goals with their indicators, as far as this actor may see: open ones first, the nearest day on top. */
export async function readGoals(ctx: Ctx): Promise<GoalCard[]> {
  const { rows } = await sql<Row<GoalCard>>`
    select ${columns()}, (select count(*) from goal_endorsement e
      where e.partnership_id = r.partnership_id and e.goal_id = r.id) as endorsements
    from record r join goal g on g.partnership_id = r.partnership_id and g.id = r.id
    where r.partnership_id = ${ctx.actor.partnership?.id ?? null}
    order by array_position(array['adopted', 'proposed'], r.state) nulls last,
      case when r.state in ('adopted', 'proposed') then g.by_when end, r.changed_at desc, r.id
    limit 200
  `.execute(ctx.db);
  const indicators = await readIndicators(
    ctx,
    rows.map((row) => row.indicatorId).filter((id) => id !== null),
  );
  return rows.map(({ indicatorId, ...row }) => ({
    ...row,
    indicator: indicators.get(indicatorId ?? '') ?? null,
  }));
}

/** One goal that this actor may read; otherwise there is nothing here. */
export async function readGoal(ctx: Ctx, id: string): Promise<Goal> {
  const partnershipId = ctx.actor.partnership?.id ?? null;
  const { rows } = await sql<Omit<Row<Goal>, 'endorsedBy'>>`
    select ${columns()}, r.kind, r.changed_at, r.created_by_seat, g.why
    from record r join goal g on g.partnership_id = r.partnership_id and g.id = r.id
    where r.partnership_id = ${partnershipId} and r.id = ${id}::uuid
  `.execute(ctx.db);
  const row = rows[0];
  if (!row) throw notFound();
  const { indicatorId, ...goal } = row;
  const indicators = await readIndicators(ctx, indicatorId ? [indicatorId] : []);
  return {
    ...goal,
    indicator: indicators.get(indicatorId ?? '') ?? null,
    endorsedBy: await readEndorsements(ctx, id),
  };
}

function readEndorsements(ctx: Ctx, goalId: string): Promise<Endorsement[]> {
  return ctx.db
    .selectFrom('goalEndorsement')
    .select(['organizationId', 'seatId', 'endorsedAt'])
    .where('partnershipId', '=', ctx.actor.partnership?.id ?? null)
    .where('goalId', '=', goalId)
    .orderBy('endorsedAt')
    .execute();
}

/** How many sides of the table have endorsed a goal: organizations of one side count once. */
export async function countSides(ctx: Ctx, goalId: string): Promise<number> {
  const { rows } = await sql<{ sides: number }>`
    select count(distinct o.constituency) as sides
    from goal_endorsement e
    join organization o on o.partnership_id = e.partnership_id and o.id = e.organization_id
    where e.partnership_id = ${ctx.actor.partnership?.id ?? null} and e.goal_id = ${goalId}::uuid
  `.execute(ctx.db);
  return rows[0]?.sides ?? 0;
}

/** The cycle that new goals belong to. */
export async function currentCycleId(ctx: Ctx): Promise<string | null> {
  const cycle = await ctx.db
    .selectFrom('cycle')
    .select('id')
    .where('partnershipId', '=', ctx.actor.partnership?.id ?? null)
    .where('closedAt', 'is', null)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  return cycle?.id ?? null;
}

function columns() {
  return sql`r.id, r.title, r.state, r.visible_to, r.created_at, g.how_much, g.for_whom, g.by_when,
    g.keeper_seat, g.adopted_at, g.indicator_id`;
}

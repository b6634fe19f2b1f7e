import { sql } from 'kysely';
import { type Ctx, notFound } from '../../partnership/access/server.ts';
import type { GoalUnderReview, ReviewShown } from './review.ts';

interface GoalRow extends Omit<GoalUnderReview, 'indicator'> {
  indicatorName: string | null;
  unit: string | null;
  baseline: string | null;
  target: string | null;
  last: string | null;
  lastOn: string | null;
}

/** The goal with its last measured value. One query. */
export async function readGoalUnderReview(ctx: Ctx, goalId: string): Promise<GoalUnderReview> {
  const { rows } = await sql<GoalRow>`
    select r.id, r.title, r.visible_to, g.how_much, g.for_whom, g.by_when,
      i.name as indicator_name, i.unit, i.baseline, i.target, v.value as last, v.measured_on as last_on
    from record r
    join goal g on g.partnership_id = r.partnership_id and g.id = r.id
    left join indicator i on i.partnership_id = g.partnership_id and i.id = g.indicator_id
    left join lateral (
      select value, measured_on from indicator_value
      where partnership_id = i.partnership_id and indicator_id = i.id
      order by measured_on desc limit 1) v on true
    where r.partnership_id = ${ctx.actor.partnership?.id ?? null} and r.id = ${goalId}::uuid`.execute(
    ctx.db,
  );
  const row = rows[0];
  if (!row) throw notFound();
  const { indicatorName, unit, baseline, target, last, lastOn, ...goal } = row;
  return {
    ...goal,
    indicator: indicatorName
      ? { name: indicatorName, unit: unit ?? '', baseline, target, last, lastOn }
      : null,
  };
}

export async function readReview(ctx: Ctx, id: string): Promise<ReviewShown> {
  const row = await ctx.db
    .selectFrom('review')
    .select([
      'goalId',
      'result',
      'measured',
      'measuredOn',
      'contentNote',
      'processScore',
      'processNote',
      'successes',
      'challenges',
      'nextStep',
      'heldOn',
    ])
    .where('partnershipId', '=', ctx.actor.partnership?.id ?? null)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) throw notFound();
  return row;
}

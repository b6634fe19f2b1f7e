import type { SeatedCtx } from '../../partnership/access/server.ts';
import { readGoals } from './goal.store.ts';
import type { GoalCard } from './goal.ts';

/** Proposed goals that the acting lead's organization has not put its name to. */
export async function readGoalsToEndorse(
  ctx: SeatedCtx,
  goals?: readonly GoalCard[],
): Promise<GoalCard[]> {
  const { actor, db } = ctx;
  if (!actor.seat.lead) return [];
  const proposed = (goals ?? (await readGoals(ctx))).filter((goal) => goal.state === 'proposed');
  if (proposed.length === 0) return [];
  const own = await db
    .selectFrom('goalEndorsement')
    .select('goalId')
    .where('partnershipId', '=', actor.partnership.id)
    .where('organizationId', '=', actor.seat.organizationId)
    .execute();
  const endorsed = new Set(own.map(({ goalId }) => goalId));
  return proposed.filter((goal) => !endorsed.has(goal.id));
}

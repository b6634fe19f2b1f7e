import { allow, type SeatedCtx } from '../../partnership/access/server.ts';
import { audit } from '../../partnership/audit/server.ts';
import { setState } from '../../partnership/record/server.ts';
import { takeUpVoices } from '../voice/server.ts';
import { countSides, readGoal } from './goal.store.ts';
import { type Goal, mayEndorse, sidesNeeded } from './goal.ts';

/** A lead puts the organization's name to a goal. With the second side of the table it is adopted. */
export async function endorseGoal(
  ctx: SeatedCtx,
  input: { goalId: string },
): Promise<{ adopted: boolean }> {
  const goal = await readGoal(ctx, input.goalId);
  allow(mayEndorse(ctx.actor, goal));
  return addEndorsement(ctx, goal);
}

export async function addEndorsement(
  ctx: SeatedCtx,
  goal: Pick<Goal, 'id' | 'visibleTo' | 'state'>,
): Promise<{ adopted: boolean }> {
  const { actor, db, clock } = ctx;
  const { id, visibleTo } = goal;
  // Two leads who endorse in the same moment wait for each other here, and the second one counts both.
  await db
    .selectFrom('goal')
    .select('id')
    .where('partnershipId', '=', actor.partnership.id)
    .where('id', '=', id)
    .forUpdate()
    .execute();
  await db
    .insertInto('goalEndorsement')
    .values({
      partnershipId: actor.partnership.id,
      goalId: id,
      organizationId: actor.seat.organizationId,
      visibleTo,
      seatId: actor.seat.seatId,
      endorsedAt: clock.now(),
    })
    .execute();
  await audit(ctx, 'goal.endorsed', {
    visibleTo,
    recordId: id,
    details: { organization: actor.seat.organizationName },
  });
  const adopted = goal.state === 'proposed' && (await countSides(ctx, id)) >= sidesNeeded;
  if (adopted) await adopt(ctx, goal);
  return { adopted };
}

async function adopt(ctx: SeatedCtx, goal: Pick<Goal, 'id' | 'visibleTo'>): Promise<void> {
  await ctx.db
    .updateTable('goal')
    .set({ adoptedAt: ctx.clock.now() })
    .where('partnershipId', '=', ctx.actor.partnership.id)
    .where('id', '=', goal.id)
    .execute();
  await setState(ctx, { id: goal.id, kind: 'goal' }, 'adopted');
  await takeUpVoices(ctx, goal.id);
  await audit(ctx, 'goal.adopted', { visibleTo: goal.visibleTo, recordId: goal.id });
}

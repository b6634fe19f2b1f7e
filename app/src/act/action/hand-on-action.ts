import { allow, type SeatedCtx } from '../../partnership/access/server.ts';
import { audit } from '../../partnership/audit/server.ts';
import { InputProblem } from '../../platform/input-problem.ts';
import { readTeamSeats } from '../team/server.ts';
import { readAction, updateAction } from './action.store.ts';
import { mayTendAction } from './action.ts';
import { readPossibleOwners } from './read-possible-owners.ts';

/** Gives an action to another seat, or another date. */
export async function handOnAction(
  ctx: SeatedCtx,
  input: { actionId: string; ownerSeat: string; dueOn: string },
): Promise<void> {
  const action = await readAction(ctx, input.actionId);
  const members = action.teamId ? await readTeamSeats(ctx, action.teamId) : [];
  allow(mayTendAction(ctx.actor, action, members));
  const owners = await readPossibleOwners(ctx, action.visibleTo);
  if (!owners.some(({ id }) => id === input.ownerSeat)) {
    throw new InputProblem({ ownerSeat: 'choose-one' });
  }
  const { ownerSeat, dueOn } = input;
  await updateAction(ctx, action.id, { ownerSeat, dueOn });
  await audit(ctx, 'action.handed-on', {
    visibleTo: action.visibleTo,
    recordId: action.id,
    details: { from: action.ownerSeat, to: ownerSeat, dueBefore: action.dueOn, dueOn },
  });
}

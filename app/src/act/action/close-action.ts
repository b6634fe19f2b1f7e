import { allow, type SeatedCtx } from '../../partnership/access/server.ts';
import { audit } from '../../partnership/audit/server.ts';
import { setState } from '../../partnership/record/server.ts';
import { readTeamSeats } from '../team/server.ts';
import { readAction, updateAction } from './action.store.ts';
import { mayTendAction } from './action.ts';

/** Marks an action as done, with what was done, or drops it, with the reason. */
export async function closeAction(
  ctx: SeatedCtx,
  input: { actionId: string; as: 'done' | 'dropped'; note: string },
): Promise<void> {
  const action = await readAction(ctx, input.actionId);
  const members = action.teamId ? await readTeamSeats(ctx, action.teamId) : [];
  allow(mayTendAction(ctx.actor, action, members));
  await updateAction(ctx, action.id, { closedAt: ctx.clock.now(), closingNote: input.note });
  await setState(ctx, action, input.as);
  await audit(ctx, `action.${input.as}`, { visibleTo: action.visibleTo, recordId: action.id });
}

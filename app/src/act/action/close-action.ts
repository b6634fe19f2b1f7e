import type { SeatedCtx } from '../../partnership/access/ctx.ts';
import { allow } from '../../partnership/access/refusal.ts';
import { audit } from '../../partnership/audit/audit.ts';
import { setState } from '../../partnership/record/record.store.ts';
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

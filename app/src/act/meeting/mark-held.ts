import type { SeatedCtx } from '../../partnership/access/server.ts';
import { linkRecords, setState } from '../../partnership/record/server.ts';
import type { Meeting } from './meeting.ts';

/** A meeting that took place is part of what came of its team. */
export async function markHeld(ctx: SeatedCtx, meeting: Meeting): Promise<void> {
  await setState(ctx, meeting, 'held');
  await linkRecords(ctx, meeting.teamId, meeting.id);
}

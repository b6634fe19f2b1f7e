import type { SeatedCtx } from '../../partnership/access/server.ts';
import { linkRecords, setState } from '../../partnership/record/server.ts';
import type { Meeting } from './meeting.ts';
import { planAhead } from './plan-ahead.ts';

/** A meeting that took place is part of what came of its team, and the series goes on. */
export async function markHeld(ctx: SeatedCtx, meeting: Meeting): Promise<void> {
  await setState(ctx, meeting, 'held');
  await linkRecords(ctx, meeting.teamId, meeting.id);
  if (meeting.seriesId) await planAhead(ctx, meeting.seriesId);
}

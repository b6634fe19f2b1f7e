import type { SeatedCtx } from '../../partnership/access/server.ts';
import { markOpenItemsCarried } from './agenda.store.ts';
import { gatherCarried } from './gather-carried.ts';
import { readMeetingAfter } from './meeting.store.ts';
import type { Meeting } from './meeting.ts';
import { planAhead } from './plan-ahead.ts';

/** What a meeting leaves open goes to the next one, as soon as there is one. */
export async function carryForward(ctx: SeatedCtx, meeting: Meeting): Promise<void> {
  if (meeting.seriesId) await planAhead(ctx, meeting.seriesId);
  await markOpenItemsCarried(ctx, meeting.id);
  const next = await readMeetingAfter(ctx, meeting);
  if (next) await gatherCarried(ctx, next);
}

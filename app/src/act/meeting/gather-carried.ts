import type { SeatedCtx } from '../../partnership/access/server.ts';
import { linkRecords } from '../../partnership/record/server.ts';
import { insertAgendaItems, readItemsToCarry } from './agenda.store.ts';
import type { Meeting } from './meeting.ts';

/** Puts the unfinished business of the team's earlier meetings on this agenda. */
export async function gatherCarried(ctx: SeatedCtx, meeting: Meeting): Promise<void> {
  const items = await readItemsToCarry(ctx, meeting);
  await insertAgendaItems(
    ctx,
    meeting,
    items.map(({ id, title, recordId, broughtBySeat }) => ({
      title,
      recordId,
      broughtBySeat,
      carriedFrom: id,
    })),
  );
  for (const { recordId } of items) {
    if (recordId) await linkRecords(ctx, recordId, meeting.id);
  }
}

import type { SeatedCtx } from '../../partnership/access/server.ts';

/** Today's date, `YYYY-MM-DD`, where the partnership is. */
export function localDay(ctx: Pick<SeatedCtx, 'actor' | 'clock'>): string {
  return dayIn(ctx.actor.partnership.timeZone, ctx.clock.now());
}

/** The date of a moment in a time zone. */
export function dayIn(timeZone: string, moment: Date): string {
  // Swedish writes dates the way ISO 8601 does.
  return new Intl.DateTimeFormat('sv-SE', { timeZone }).format(moment);
}

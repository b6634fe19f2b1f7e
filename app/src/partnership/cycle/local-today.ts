import type { Ctx } from '../access/server.ts';

/** Today in the partnership's time zone, `YYYY-MM-DD`. */
export function localToday(ctx: Pick<Ctx, 'actor' | 'clock'>): string {
  const timeZone = ctx.actor.partnership?.timeZone ?? 'UTC';
  return new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(ctx.clock.now());
}

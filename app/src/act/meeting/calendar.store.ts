import { type Actor, nobody, type PartnershipHere } from '../../partnership/access/index.ts';
import { type Ctx, enterSeat } from '../../partnership/access/server.ts';
import { readSeats } from '../../partnership/seat/server.ts';
import type { Database } from '../../platform/database/database.ts';
import type { CalendarOwner } from './calendar-link.ts';
import { readMeetingsFrom } from './meeting.store.ts';
import type { Meeting } from './meeting.ts';

/** Reads as this seat, if its term is running; for nothing but the calendar. */
export async function enterCalendar(
  db: Database,
  owner: CalendarOwner,
  at: Date,
): Promise<Actor | null> {
  if (!(await enterSeat(db, { ...owner, at }))) return null;
  const here = await db
    .selectFrom('partnership')
    .select(['id', 'slug', 'name', 'level', 'place', 'timeZone', 'locale', 'demo'])
    .executeTakeFirstOrThrow();
  return { ...nobody, partnership: here satisfies PartnershipHere };
}

export interface SeatCalendar {
  seatTitle: string;
  meetings: Meeting[];
}

const daysBack = 180;

/** The meetings of the teams on which this seat sits, from half a year ago on. */
export async function readSeatCalendar(ctx: Ctx, seatId: string): Promise<SeatCalendar> {
  const [seat] = await readSeats(ctx, [seatId]);
  const today = ctx.clock.now();
  const teams = await ctx.db
    .selectFrom('teamSeat')
    .select('teamId')
    .where('partnershipId', '=', ctx.actor.partnership?.id ?? null)
    .where('seatId', '=', seatId)
    .where('leftOn', 'is', null)
    .execute();
  const from = new Date(today.getTime() - daysBack * 86_400_000);
  return {
    seatTitle: seat?.title ?? '',
    meetings: await readMeetingsFrom(
      ctx,
      teams.map(({ teamId }) => teamId),
      from,
    ),
  };
}

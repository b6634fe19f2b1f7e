import { meetingWords } from '../act/meeting/index.ts';
import {
  enterCalendar,
  readCalendarToken,
  readSeatCalendar,
  renderCalendar,
} from '../act/meeting/server.ts';
import { notFound } from '../partnership/access/server.ts';
import { file } from './answer.ts';
import type { Enter, Routes } from './routes.ts';

const tokenOf = (name: string | undefined) => name?.replace(/\.ics$/, '') ?? '';

const byCalendarToken: Enter = async (db, { c, services }) => {
  const owner = readCalendarToken(services.signer, tokenOf(c.req.param('token')));
  return owner && enterCalendar(db, owner, services.clock.now());
};

/** The calendar of a seat, for calendar programs. */
export function calendarRoutes(routes: Routes): void {
  routes.get(
    '/calendar/:token{.+\\.ics}',
    async (visit) => {
      const { ctx, say } = visit;
      const owner = readCalendarToken(ctx.signer, tokenOf(visit.param('token')));
      if (!owner) throw notFound();
      const { seatTitle, meetings } = await readSeatCalendar(ctx, owner.seatId);
      const name = say(meetingWords, 'calendar.name', {
        partnership: ctx.actor.partnership?.name ?? '',
        seat: seatTitle,
      });
      return file({
        type: 'text/calendar; charset=utf-8',
        body: renderCalendar(ctx, name, meetings),
      });
    },
    byCalendarToken,
  );
}

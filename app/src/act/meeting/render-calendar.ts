import ical, { ICalEventStatus } from 'ical-generator';
import { type Ctx, notFound } from '../../partnership/access/server.ts';
import type { Meeting } from './meeting.ts';
import { timeZoneComponent } from './time-zone-component.ts';
import { ZonedDate } from './zoned-date.ts';

/** A seat's meetings as an iCalendar file (RFC 5545), in the partnership's time zone. */
export function renderCalendar(ctx: Ctx, name: string, meetings: readonly Meeting[]): string {
  const here = ctx.actor.partnership;
  if (!here) throw notFound();
  const { timeZone, slug } = here;
  const ends = meetings.map((meeting) => endOf(meeting).getTime());
  const starts = meetings.map(({ startsAt }) => startsAt.getTime());
  const now = ctx.clock.now().getTime();
  const calendar = ical({
    prodId: { company: 'Concord', product: 'Concord', language: 'EN' },
    name: escapeText(name),
    ttl: 60 * 60,
    timezone: {
      // Without a zone of its own, what the calendar says of itself (DTSTAMP) is in UTC, as it must be.
      name: null,
      generator: (zone) =>
        timeZoneComponent(
          zone,
          new Date(Math.min(now, ...starts)),
          new Date(Math.max(now, ...ends)),
        ),
    },
  });
  for (const meeting of meetings) {
    calendar.createEvent({
      id: `${meeting.id}@concord`,
      start: new ZonedDate(meeting.startsAt, timeZone),
      end: new ZonedDate(endOf(meeting), timeZone),
      timezone: timeZone,
      stamp: meeting.changedAt,
      lastModified: meeting.changedAt,
      summary: meeting.title,
      location: meeting.place || null,
      url: `${ctx.baseUrl}/p/${slug}/meetings/${meeting.id}`,
      status: meeting.state === 'skipped' ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    });
  }
  return calendar.toString();
}

function endOf({ startsAt, durationMinutes }: Meeting): Date {
  return new Date(startsAt.getTime() + durationMinutes * 60_000);
}

/** The library writes the calendar's name as it is given. */
function escapeText(text: string): string {
  return text.replace(/[\\;,]/g, (sign) => `\\${sign}`).replace(/\s+/g, ' ');
}

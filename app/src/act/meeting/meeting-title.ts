import type { SeatedCtx } from '../../partnership/access/server.ts';
import type { Locale } from '../../ui/index.ts';

const longest = 200;

/** Meetings of one series share a name; the day tells them apart: "Leadership team, 24 Nov 2026". */
export function meetingTitle({ actor }: SeatedCtx, name: string, startsAt: Date): string {
  const { timeZone, locale } = actor.partnership;
  const language: Locale = locale === 'es' ? 'es' : 'en';
  const parts = new Intl.DateTimeFormat(language === 'es' ? 'es-US' : 'en-US', {
    timeZone,
    day: 'numeric',
    month: 'short',
    year: 'numeric',
  }).formatToParts(startsAt);
  const part = Object.fromEntries(parts.map(({ type, value }) => [type, value]));
  const day = `${part.day} ${part.month} ${part.year}`;
  return `${name.slice(0, longest - day.length - 2)}, ${day}`;
}

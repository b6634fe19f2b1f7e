/** Until when a record is kept: for good, from an event on that has not come, or up to a last day. */
export type KeptUntil =
  | { sort: 'for-good' }
  | { sort: 'waiting'; years: number }
  | { sort: 'until'; day: string };

/**
 * @param startedOn  The day of the event that starts the clock, `YYYY-MM-DD`; null while it has not come.
 * @returns The last day on which the record is kept.
 */
export function keptUntil(
  { years }: { years: number | null },
  startedOn: string | null,
): KeptUntil {
  if (years === null) return { sort: 'for-good' };
  if (startedOn === null) return { sort: 'waiting', years };
  return { sort: 'until', day: yearsLater(startedOn, years) };
}

/** A record may go on the day after. */
export function isOver(kept: KeptUntil, today: string): boolean {
  return kept.sort === 'until' && today > kept.day;
}

/** 29 February is followed by 28 February where the year has no other, as PostgreSQL counts too. */
function yearsLater(day: string, years: number): string {
  const year = String(Number(day.slice(0, 4)) + years).padStart(4, '0');
  const isLeap = new Date(Date.UTC(Number(year), 1, 29)).getUTCMonth() === 1;
  return `${year}-${day.endsWith('-02-29') && !isLeap ? '02-28' : day.slice(5)}`;
}

/** The zone of the partnership in the journeys. */
export const zone = 'America/Chicago';

/** A day there, counted from today: `YYYY-MM-DD`. */
export function day(fromToday = 0): string {
  const moment = new Date(Date.now() + fromToday * 86_400_000);
  return new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short' }).format(moment);
}

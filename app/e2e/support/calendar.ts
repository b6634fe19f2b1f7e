/** A meeting as a calendar program reads it. */
export interface CalendarEntry {
  title: string;
  place: string;
  url: string;
  zone: string;
  /** `YYYY-MM-DDTHH:MM` on the clocks of the zone. */
  start: string;
}

/** Reads an iCalendar file (RFC 5545) as far as meetings need it, soonest first. */
export function meetingsIn(calendar: string): CalendarEntry[] {
  const lines = calendar.replace(/\r\n[ \t]/g, '').split('\r\n');
  if (lines[0] !== 'BEGIN:VCALENDAR' || lines.findLast(Boolean) !== 'END:VCALENDAR') {
    throw new Error(`This is not a calendar:\n${calendar.slice(0, 200)}`);
  }
  const entries: CalendarEntry[] = [];
  let open: Map<string, string> | null = null;
  for (const line of lines) {
    if (line === 'BEGIN:VEVENT') open = new Map();
    else if (line === 'END:VEVENT' && open) {
      entries.push(entryOf(open));
      open = null;
    } else if (open) {
      const [, name = '', parameters = '', value = ''] =
        /^([A-Z-]+)(;[^:]*)?:(.*)$/.exec(line) ?? [];
      open.set(name, value);
      if (name === 'DTSTART') open.set('TZID', /TZID="?([^";:]+)/.exec(parameters)?.[1] ?? '');
    }
  }
  return entries.sort((a, b) => (a.start < b.start ? -1 : 1));
}

function entryOf(fields: ReadonlyMap<string, string>): CalendarEntry {
  const text = (name: string) => (fields.get(name) ?? '').replace(/\\(.)/g, '$1');
  const start = text('DTSTART').replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)\d\d$/, '$1-$2-$3T$4:$5');
  return {
    title: text('SUMMARY'),
    place: text('LOCATION'),
    url: fields.get('URL') ?? '',
    zone: fields.get('TZID') ?? '',
    start,
  };
}

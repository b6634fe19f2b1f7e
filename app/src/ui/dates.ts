import { type Locale, translate } from './catalogue.ts';
import { uiWords } from './ui.words.ts';

/** A calendar day as `YYYY-MM-DD` (no time zone), or a moment. */
export type DateLike = string | Date;

export interface DateWords {
  /** "Tue 24 Nov", with the year when it is another one. */
  day(date: DateLike): string;
  /** "Tue 24 Nov, in two days". */
  dayIn(date: DateLike): string;
  /** "in two days" alone. */
  distance(date: DateLike): string;
  /** "4:30 PM". */
  time(moment: Date): string;
  /** "Tue 24 Nov, 4:30 PM". */
  moment(moment: Date): string;
  /** In full: "Tuesday, November 24, 2026", for a moment with time and zone. */
  exact(date: DateLike): string;
  /** For the `datetime` attribute. */
  machine(date: DateLike): string;
}

export interface DateSetting {
  locale: Locale;
  timeZone: string;
  now: Date;
}

const calendarDay = /^\d{4}-\d{2}-\d{2}$/;
const dayMs = 86_400_000;
const quarterMs = 900_000;

const shapes = {
  words: { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' },
  numbers: { year: 'numeric', month: 'numeric', day: 'numeric' },
  clock: { hour: 'numeric', minute: '2-digit' },
  exactDay: { dateStyle: 'full' },
  exactMoment: {
    weekday: 'long',
    year: 'numeric',
    month: 'long',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    timeZoneName: 'short',
  },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

const formats = new Map<string, Intl.DateTimeFormat>();

function format(locale: Locale, timeZone: string, shape: keyof typeof shapes): Intl.DateTimeFormat {
  const key = `${locale} ${timeZone} ${shape}`;
  let found = formats.get(key);
  if (!found) {
    const options = { ...shapes[shape], timeZone };
    found = new Intl.DateTimeFormat(locale === 'en' ? 'en-US' : 'es-US', options);
    formats.set(key, found);
  }
  return found;
}

/** The day that calendars show at a moment. */
interface CalendarDay {
  /** Days since the first of January 1970. */
  number: number;
  year: number;
  /** "Tue 24 Nov". */
  said: string;
}

const daysKept = 5000;
const calendars = new Map<string, Map<number, CalendarDay>>();

/** Clocks differ by quarters of an hour, so what was found for a moment holds for all of its quarter. */
function dayAt(at: Date, locale: Locale, timeZone: string): CalendarDay {
  const key = `${locale} ${timeZone}`;
  const days = calendars.get(key) ?? new Map<number, CalendarDay>();
  if (days.size === 0) calendars.set(key, days);
  const quarter = Math.floor(at.getTime() / quarterMs);
  const known = days.get(quarter);
  if (known) return known;
  if (days.size >= daysKept) days.clear();
  const found = findDay(at, locale, timeZone);
  days.set(quarter, found);
  return found;
}

function findDay(at: Date, locale: Locale, timeZone: string): CalendarDay {
  const parts = (shape: keyof typeof shapes, language: Locale) =>
    Object.fromEntries(
      format(language, timeZone, shape)
        .formatToParts(at)
        .map((part) => [part.type, part.value]),
    );
  const { year, month, day } = parts('numbers', 'en');
  const said = parts('words', locale);
  return {
    number: Date.UTC(Number(year), Number(month) - 1, Number(day)) / dayMs,
    year: Number(year),
    said: `${said.weekday} ${said.day} ${said.month}`,
  };
}

function read(date: DateLike, timeZone: string): { at: Date; timeZone: string; whole: boolean } {
  if (date instanceof Date) return { at: date, timeZone, whole: false };
  if (calendarDay.test(date)) {
    return { at: new Date(`${date}T00:00:00Z`), timeZone: 'UTC', whole: true };
  }
  return { at: new Date(date), timeZone, whole: false };
}

/** Says dates the way people do, in a language and a time zone, measured from an injected now. */
export function datesFor({ locale, timeZone, now }: DateSetting): DateWords {
  const today = dayAt(now, locale, timeZone);

  const day = (date: DateLike) => {
    const value = read(date, timeZone);
    const { said, year } = dayAt(value.at, locale, value.timeZone);
    return year === today.year ? said : `${said} ${year}`;
  };

  const distance = (date: DateLike) => {
    const value = read(date, timeZone);
    const days = dayAt(value.at, locale, value.timeZone).number - today.number;
    const away = Math.abs(days);
    const side = days < 0 ? 'ago' : 'in';
    if (away < 14) return translate(uiWords, locale, `date.days.${side}`, { count: away });
    if (away < 60) {
      const count = Math.round(away / 7);
      return translate(uiWords, locale, `date.weeks.${side}`, { count });
    }
    if (away < 700) {
      const count = Math.round(away / 30.4);
      return translate(uiWords, locale, `date.months.${side}`, { count });
    }
    return translate(uiWords, locale, `date.years.${side}`, { count: Math.round(away / 365.25) });
  };

  const time = (moment: Date) => format(locale, timeZone, 'clock').format(moment);

  return {
    day,
    distance,
    time,
    dayIn: (date) => `${day(date)}, ${distance(date)}`,
    moment: (moment) => `${day(moment)}, ${time(moment)}`,
    exact: (date) => {
      const value = read(date, timeZone);
      const shape = value.whole ? 'exactDay' : 'exactMoment';
      return format(locale, value.timeZone, shape).format(value.at);
    },
    machine: (date) => {
      const value = read(date, timeZone);
      return value.whole ? String(date) : value.at.toISOString();
    },
  };
}

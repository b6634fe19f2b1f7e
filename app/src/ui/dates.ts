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
const formats = new Map<string, Intl.DateTimeFormat>();

function format(locale: Locale, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${JSON.stringify(options)}`;
  let found = formats.get(key);
  if (!found) {
    found = new Intl.DateTimeFormat(locale === 'en' ? 'en-US' : 'es-US', options);
    formats.set(key, found);
  }
  return found;
}

function read(date: DateLike, timeZone: string): { at: Date; timeZone: string; whole: boolean } {
  if (date instanceof Date) return { at: date, timeZone, whole: false };
  if (calendarDay.test(date)) {
    return { at: new Date(`${date}T00:00:00Z`), timeZone: 'UTC', whole: true };
  }
  return { at: new Date(date), timeZone, whole: false };
}

function dayNumber(at: Date, timeZone: string): number {
  const parts = format('en', { timeZone, year: 'numeric', month: 'numeric', day: 'numeric' });
  const part = Object.fromEntries(parts.formatToParts(at).map((p) => [p.type, Number(p.value)]));
  return Date.UTC(part.year ?? 0, (part.month ?? 1) - 1, part.day) / dayMs;
}

/** Says dates the way people do, in a language and a time zone, measured from an injected now. */
export function datesFor({ locale, timeZone, now }: DateSetting): DateWords {
  const today = dayNumber(now, timeZone);
  const thisYear = new Date(today * dayMs).getUTCFullYear();

  const day = (date: DateLike) => {
    const value = read(date, timeZone);
    const parts = format(locale, {
      timeZone: value.timeZone,
      weekday: 'short',
      day: 'numeric',
      month: 'short',
      year: 'numeric',
    }).formatToParts(value.at);
    const part = Object.fromEntries(parts.map((p) => [p.type, p.value]));
    const said = `${part.weekday} ${part.day} ${part.month}`;
    return Number(part.year) === thisYear ? said : `${said} ${part.year}`;
  };

  const distance = (date: DateLike) => {
    const value = read(date, timeZone);
    const days = dayNumber(value.at, value.timeZone) - today;
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

  const time = (moment: Date) =>
    format(locale, { timeZone, hour: 'numeric', minute: '2-digit' }).format(moment);

  return {
    day,
    distance,
    time,
    dayIn: (date) => `${day(date)}, ${distance(date)}`,
    moment: (moment) => `${day(moment)}, ${time(moment)}`,
    exact: (date) => {
      const value = read(date, timeZone);
      const whole = { timeZone: value.timeZone, dateStyle: 'full' } as const;
      if (value.whole) return format(locale, whole).format(value.at);
      return format(locale, {
        timeZone,
        weekday: 'long',
        year: 'numeric',
        month: 'long',
        day: 'numeric',
        hour: 'numeric',
        minute: '2-digit',
        timeZoneName: 'short',
      }).format(value.at);
    },
    machine: (date) => {
      const value = read(date, timeZone);
      return value.whole ? String(date) : value.at.toISOString();
    },
  };
}

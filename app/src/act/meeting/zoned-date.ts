import { wallClock } from './local-time.ts';

/** A moment on the clock of a time zone, with what the calendar library asks of a date. */
export class ZonedDate {
  readonly isValid = true;
  readonly zone: { type: string } = { type: 'iana' };
  readonly #moment: Date;
  readonly #timeZone: string;

  constructor(moment: Date, timeZone: string) {
    this.#moment = moment;
    this.#timeZone = timeZone;
  }

  setZone(timeZone = 'UTC'): ZonedDate {
    return new ZonedDate(this.#moment, timeZone);
  }

  /** Understands `yyyy`, `LL`, `dd`, `HH`, `mm` and `ss`. */
  toFormat(pattern: string): string {
    const [, yyyy, LL, dd, HH, mm, ss] =
      /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)/.exec(
        wallClock(this.#timeZone, this.#moment).toISOString(),
      ) ?? [];
    const parts: Record<string, string | undefined> = { yyyy, LL, dd, HH, mm, ss };
    return pattern.replace(/yyyy|LL|dd|HH|mm|ss/g, (token) => parts[token] ?? token);
  }

  toJSDate(): Date {
    return new Date(this.#moment);
  }

  toJSON(): string {
    return this.#moment.toISOString();
  }
}

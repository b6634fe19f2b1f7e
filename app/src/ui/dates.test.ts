import { describe, expect, it } from 'vitest';
import { datesFor } from './dates.ts';

const now = new Date('2026-11-22T15:00:00Z');
const en = datesFor({ locale: 'en', timeZone: 'America/Chicago', now });
const es = datesFor({ locale: 'es', timeZone: 'America/Chicago', now });

describe('days', () => {
  it('says a calendar day the same in every time zone', () => {
    for (const timeZone of ['Pacific/Auckland', 'Pacific/Honolulu', 'UTC']) {
      expect(datesFor({ locale: 'en', timeZone, now }).day('2026-11-24')).toBe('Tue 24 Nov');
    }
  });

  it('puts a moment on the day it has where the people are', () => {
    const lateEvening = new Date('2026-11-25T04:30:00Z');
    expect(en.moment(lateEvening)).toMatch(/^Tue 24 Nov, 10:30.PM$/);
    expect(en.machine(lateEvening)).toBe('2026-11-25T04:30:00.000Z');
  });

  it('adds the year when it is another one', () => {
    expect(en.day('2027-01-05')).toBe('Tue 5 Jan 2027');
  });

  it('writes in full', () => {
    expect(en.exact('2026-11-24')).toBe('Tuesday, November 24, 2026');
    expect(es.exact('2026-11-24')).toBe('martes, 24 de noviembre de 2026');
    expect(en.exact(new Date('2026-11-25T04:30:00Z'))).toContain('CST');
  });
});

describe('how far away', () => {
  it.each([
    ['2026-11-22', 'today', 'hoy'],
    ['2026-11-23', 'tomorrow', 'mañana'],
    ['2026-11-21', 'yesterday', 'ayer'],
    ['2026-11-24', 'in two days', 'en dos días'],
    ['2026-11-12', '10 days ago', 'hace 10 días'],
    ['2026-12-06', 'in two weeks', 'en dos semanas'],
    ['2027-01-20', 'in eight weeks', 'en ocho semanas'],
    ['2027-02-22', 'in three months', 'en tres meses'],
    ['2024-11-20', 'two years ago', 'hace dos años'],
  ])('%s is %s', (date, english, spanish) => {
    expect(en.distance(date)).toBe(english);
    expect(es.distance(date)).toBe(spanish);
  });

  it('never says a number of months or years that no message expects', () => {
    for (let days = -1500; days <= 1500; days += 1) {
      const date = new Date(Date.UTC(2026, 10, 22 + days)).toISOString().slice(0, 10);
      expect(en.distance(date)).not.toMatch(/\b(0|1) /);
      expect(es.distance(date)).not.toMatch(/\b(0|1) /);
    }
  });

  it('counts days of the calendar across a change of clocks', () => {
    const autumn = datesFor({
      locale: 'en',
      timeZone: 'America/Chicago',
      now: new Date('2026-11-01T04:59:00Z'),
    });
    expect(autumn.distance('2026-11-02')).toBe('in two days');
  });
});

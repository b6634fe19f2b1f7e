import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../platform/testing/test-database.ts';
import {
  retentionOf as jurisdictionRetention,
  profileNames,
  recordsClasses,
} from '../jurisdiction/index.ts';
import { isOver, keptUntil, retentionKinds } from './index.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const days = fc
  .date({
    min: new Date('1990-01-01T00:00:00Z'),
    max: new Date('2090-12-31T00:00:00Z'),
    noInvalidDate: true,
  })
  .map((date) => date.toISOString().slice(0, 10));
const leapDays = fc.constantFrom('1996-02-29', '2024-02-29', '2096-02-29');
const years = fc.integer({ min: 0, max: 100 });

describe('until when a record is kept', () => {
  test('for good, whatever happened', () => {
    fc.assert(
      fc.property(fc.option(days), days, (startedOn, today) => {
        const kept = keptUntil({ years: null }, startedOn);
        expect(kept).toEqual({ sort: 'for-good' });
        expect(isOver(kept, today)).toBe(false);
      }),
    );
  });

  test('the clock does not run before its event', () => {
    fc.assert(
      fc.property(years, days, (count, today) => {
        expect(isOver(keptUntil({ years: count }, null), today)).toBe(false);
      }),
    );
  });

  test('longer schedules and later events never keep for less', () => {
    fc.assert(
      fc.property(years, years, days, days, (few, more, one, other) => {
        const day = (count: number, from: string) => {
          const kept = keptUntil({ years: count }, from);
          return kept.sort === 'until' ? kept.day : '';
        };
        const [least, most] = [Math.min(few, more), Math.max(few, more)];
        expect(day(least, one) <= day(most, one)).toBe(true);
        const [first, last] = [one, other].sort() as [string, string];
        expect(day(few, first) <= day(few, last)).toBe(true);
        expect(day(few, first) >= first).toBe(true);
      }),
    );
  });

  test('the last day still belongs to it, the next one does not', () => {
    const kept = keptUntil({ years: 3 }, '2026-11-22');
    expect(kept).toEqual({ sort: 'until', day: '2029-11-22' });
    expect(isOver(kept, '2029-11-22')).toBe(false);
    expect(isOver(kept, '2029-11-23')).toBe(true);
  });

  test('as the database counts, leap days too', async () => {
    const cases = fc.sample(fc.tuple(fc.oneof(days, leapDays), years), { numRuns: 400, seed: 15 });
    const { rows } = await database.owner.query<{ day: string }>(
      `select ((day::date + make_interval(years => years))::date)::text as day
       from unnest($1::text[], $2::integer[]) with ordinality x (day, years, place) order by place`,
      [cases.map(([day]) => day), cases.map(([, count]) => count)],
    );
    const ours = cases.map(([day, count]) => keptUntil({ years: count }, day));
    expect(ours).toEqual(rows.map(({ day }) => ({ sort: 'until', day })));
  });
});

test('the schedule that the database decides by is the one that is written down', async () => {
  const kinds = await database.owner.query(
    'select kind, class, event from retention_kind order by 1',
  );
  expect(kinds.rows).toEqual(retentionKinds.toSorted((a, b) => (a.kind < b.kind ? -1 : 1)));
  const { rows } = await database.owner.query(
    'select profile, class, years from retention_class order by profile, class',
  );
  const written = profileNames.flatMap((profile) =>
    recordsClasses.map((name) => {
      const { years } = jurisdictionRetention(profile, name);
      return { profile, class: name, years: years === 'permanent' ? null : years };
    }),
  );
  const order = (line: { profile: string; class: string }) => `${line.profile} ${line.class}`;
  expect(rows).toEqual(written.toSorted((a, b) => (order(a) < order(b) ? -1 : 1)));
});

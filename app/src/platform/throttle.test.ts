import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { settableClock } from './clock.ts';
import { type TestDatabase, testDatabase } from './testing/test-database.ts';
import { createThrottle } from './throttle.ts';
import { sharedCounts } from './throttle-counts.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const noon = '2026-10-01T12:00:00Z';
const throttleOf = (of: string, most: number) =>
  createThrottle(sharedCounts(database.counts, 'a secret'), { of, most, minutes: 10 });
const stored = async () =>
  (await database.owner.query<{ hash: Buffer; count: number }>('select * from throttle')).rows;

describe('a throttle', () => {
  it('admits so many in a stretch of time, each key for itself', async () => {
    const clock = settableClock(noon);
    const throttle = throttleOf('letters', 2);
    const admit = (key: string) => throttle.admit(key, clock.now());
    expect([await admit('a'), await admit('a'), await admit('a'), await admit('b')]).toEqual([
      true,
      true,
      false,
      true,
    ]);
    clock.advance(9 * 60_000);
    expect(await admit('a')).toBe(false);
    clock.advance(60_000);
    expect([await admit('a'), await admit('a'), await admit('a')]).toEqual([true, true, false]);
  });

  it('does not make people wait longer for having tried, and says until when', async () => {
    const clock = settableClock(noon);
    const throttle = throttleOf('tries', 1);
    const until = () => throttle.refusedUntil('a', clock.now());
    expect(await until()).toBeNull();
    for (let minute = 1; minute < 10; minute += 1) {
      clock.advance(60_000);
      expect(await until()).toEqual(new Date('2026-10-01T12:10:00Z'));
    }
    clock.advance(60_000);
    expect(await until()).toBeNull();
  });

  it('counts apart what is counted for another reason', async () => {
    const at = new Date(noon);
    expect(await throttleOf('one thing', 1).admit('a', at)).toBe(true);
    expect(await throttleOf('another', 1).admit('a', at)).toBe(true);
    expect(await throttleOf('one thing', 1).admit('a', at)).toBe(false);
  });

  it('counts for all processes together, to the last one, when many come at once', async () => {
    const processes = [throttleOf('at once', 7), throttleOf('at once', 7)];
    const tries = Array.from({ length: 40 }, (_, place) =>
      processes[place % 2]!.admit('a', new Date(noon)),
    );
    const admitted = await Promise.all(tries);
    expect(admitted.filter(Boolean)).toHaveLength(7);
  });

  it('writes down no address, and another hash for the same visitor tomorrow', async () => {
    await database.owner.query('delete from throttle');
    const throttle = throttleOf('visits', 5);
    await throttle.admit('203.0.113.77', new Date('2026-10-01T23:59:00Z'));
    await throttle.admit('203.0.113.77', new Date('2026-10-02T00:01:00Z'));
    const rows = await stored();
    expect(rows.map(({ count }) => count)).toEqual([1, 1]);
    for (const { hash } of rows) {
      expect(hash).toHaveLength(32);
      expect(hash.toString('latin1')).not.toContain('203.0.113.77');
    }
    const other = createThrottle(sharedCounts(database.counts, 'another secret'), {
      of: 'visits',
      most: 5,
      minutes: 10,
    });
    await other.admit('203.0.113.77', new Date('2026-10-02T00:02:00Z'));
    expect(await stored()).toHaveLength(3);
  });

  it('forgets what is over', async () => {
    await database.owner.query('delete from throttle');
    const throttle = throttleOf('sweeping', 5);
    for (let place = 0; place < 30; place += 1) await throttle.admit(`${place}`, new Date(noon));
    expect(await stored()).toHaveLength(30);
    await throttle.admit('later', new Date('2026-10-01T12:10:00Z'));
    await throttle.admit('later', new Date('2026-10-01T12:10:01Z'));
    expect(await stored()).toHaveLength(1);
  });

  it('cannot be read by the role that serves pages', async () => {
    await expect(database.app.query('select * from throttle')).rejects.toMatchObject({
      code: '42501',
    });
    await expect(database.app.query('delete from throttle')).rejects.toMatchObject({
      code: '42501',
    });
  });
});

import { afterAll, beforeAll, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../platform/testing/test-database.ts';
import { sharedCounts } from '../platform/throttle-counts.ts';
import { guestLimits } from './guest-limits.ts';

let database: TestDatabase;
let count: ReturnType<typeof guestLimits>;
beforeAll(async () => {
  database = await testDatabase();
  count = guestLimits(sharedCounts(database.counts, 'test'));
});
afterAll(() => database.close());

const at = new Date('2026-10-01T12:00:00Z');
let proofs = 0;
const arriving = (changes: { linkId: string; address?: string; proved?: boolean; at?: Date }) => {
  proofs += 1;
  const { proved = true, ...rest } = changes;
  const proof = proved ? { nonce: `${proofs}`, madeAt: at } : null;
  return count({ address: '203.0.113.1', at, ...rest, proof });
};

it('lets a classroom of thirty speak from one address, then asks it to wait', async () => {
  for (let voice = 0; voice < 30; voice += 1)
    expect(await arriving({ linkId: 'class' })).toMatchObject({ refusedUntil: null, proved: true });
  const until = new Date('2026-10-01T12:10:00Z');
  expect(await arriving({ linkId: 'class' })).toMatchObject({ refusedUntil: until });
  expect((await arriving({ linkId: 'class', address: '203.0.113.2' })).refusedUntil).toBeNull();
  expect((await arriving({ linkId: 'another class' })).refusedUntil).toBeNull();
  expect((await arriving({ linkId: 'class', at: until })).refusedUntil).toBeNull();
});

it('takes six without proof', async () => {
  const send = () => arriving({ linkId: 'no script', proved: false });
  for (let voice = 0; voice < 6; voice += 1) expect((await send()).refusedUntil).toBeNull();
  expect((await send()).refusedUntil).not.toBeNull();
  expect((await arriving({ linkId: 'no script' })).refusedUntil).toBeNull();
});

it('takes a proof once, for as long as it is good', async () => {
  const proof = { nonce: 'the same', madeAt: new Date('2026-10-01T23:30:00Z') };
  const send = (minutes: number) =>
    count({
      linkId: 'proof',
      address: '203.0.113.9',
      proof,
      at: new Date(proof.madeAt.getTime() + minutes * 60_000),
    });
  expect([(await send(1)).proved, (await send(2)).proved]).toEqual([true, false]);
  // Past midnight, when other counts begin anew, and up to its last minute.
  expect([(await send(31)).proved, (await send(59)).proved]).toEqual([false, false]);
});

it('has somebody look when very many come by one link from everywhere', async () => {
  const send = (place: number) => arriving({ linkId: 'flood', address: `10.0.0.${place}` });
  for (let place = 0; place < 200; place += 1) expect((await send(place)).many).toBe(false);
  expect(await send(201)).toMatchObject({ many: true, refusedUntil: null });
});

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestPartnership, testPartnership } from '../testing/test-partnership.ts';
import { enterSeat, enterSession } from './enter.store.ts';

let it: TestPartnership;
beforeAll(async () => {
  it = await testPartnership();
});
afterAll(() => it.close());

describe('entering', () => {
  test('a session acts from its seat, with that seat’s audiences', async () => {
    const actor = await it.as('president', async (ctx) => ctx.actor);
    expect(actor.seat.constituency).toBe('educators');
    expect([...actor.audiences].sort()).toEqual(
      [
        'public',
        'partnership',
        `caucus:${it.seats.president.organizationId}`,
        `person:${it.seats.president.personId}`,
      ].sort(),
    );
  });

  test('an unknown or expired session is nobody', async () => {
    const actor = await it.db.transaction().execute((tx) =>
      enterSession(tx, {
        token: 'nobody knows',
        slug: it.slug,
        wantedSeat: null,
        at: it.clock.now(),
      }),
    );
    expect(actor.account).toBeNull();
    expect(actor.seat).toBeNull();
    const late = await it.db.transaction().execute((tx) =>
      enterSession(tx, {
        token: 'president',
        slug: it.slug,
        wantedSeat: null,
        at: new Date('2099-02-01'),
      }),
    );
    expect(late.account).toBeNull();
  });

  test('another person’s seat is not entered', async () => {
    const { personId } = it.seats.parent;
    const entered = await it.db.transaction().execute((tx) =>
      enterSeat(tx, {
        partnershipId: it.partnershipId,
        personId,
        seatId: it.seats.superintendent.seatId,
        at: it.clock.now(),
      }),
    );
    expect(entered).toBe(false);
  });

  test('an ended term lets nobody in the same minute', async () => {
    const actor = await it.as('support', async (ctx) => {
      await ctx.db
        .updateTable('term')
        .set({ endedAt: it.clock.now(), endReason: 'left' })
        .where('seatId', '=', ctx.actor.seat.seatId)
        .execute();
      return enterSession(ctx.db, {
        token: 'support',
        slug: it.slug,
        wantedSeat: null,
        at: it.clock.now(),
      });
    });
    expect(actor.account?.name).toBe('support');
    expect(actor.seat).toBeNull();
    expect(actor.audiences).toEqual(['public']);
  });

  test('without an identity a query finds nothing', async () => {
    expect(await it.db.selectFrom('seat').selectAll().execute()).toEqual([]);
    expect(await it.db.selectFrom('partnership').selectAll().execute()).toEqual([]);
  });

  test('only the association fills and empties its own seats', async () => {
    const { organizationId } = it.seats.president;
    await expect(
      it.as('superintendent', (ctx) =>
        ctx.db
          .insertInto('seat')
          .values({
            partnershipId: it.partnershipId,
            id: it.random.uuid(),
            organizationId,
            title: 'Rep',
            createdAt: it.clock.now(),
          })
          .execute(),
      ),
    ).rejects.toThrow('row-level security');
    await expect(
      it.as('superintendent', (ctx) =>
        ctx.db
          .updateTable('term')
          .set({ endedAt: it.clock.now() })
          .where('seatId', '=', it.seats.representative.seatId)
          .execute(),
      ),
    ).rejects.toThrow('only the organization itself');
  });
});

import { afterAll, beforeAll, expect, test } from 'vitest';
import { acceptInvitation, inviteToSeat } from '../invitation/server.ts';
import { mayFill } from '../organization/server.ts';
import { addSeat, endTerm, readTerms } from '../seat/server.ts';
import {
  type CastName,
  type TestPartnership,
  testPartnership,
} from '../testing/test-partnership.ts';
import {
  answerJointChange,
  proposeJointChange,
  readJointChange,
  readOrganizationStanding,
  readOutlook,
} from './server.ts';

let here: TestPartnership;
beforeAll(async () => {
  here = await testPartnership();
});
afterAll(() => here.close());

const leave = (who: CastName, lead = who) =>
  here.as(lead, async (ctx) => {
    const terms = await readTerms(ctx, here.seats[who].seatId);
    await endTerm(ctx, terms[0]?.id ?? '');
  });
const choose = (who: CastName, of: CastName, seat: CastName) =>
  here.as(who, (ctx) =>
    proposeJointChange(ctx, {
      kind: 'lead',
      after: { organizationId: here.seats[of].organizationId, seatId: here.seats[seat].seatId },
      reason: 'Somebody has to speak for us.',
    }),
  );
const bringBack = (who: CastName, of: CastName) =>
  here.as(who, (ctx) =>
    proposeJointChange(ctx, {
      kind: 'first-person',
      after: { organizationId: here.seats[of].organizationId },
      reason: 'They are missed at the table.',
    }),
  );
const agree = (who: CastName, id: string) =>
  here.as(who, (ctx) => answerJointChange(ctx, { id, answer: 'agree', reason: '' }));
const standing = (of: CastName) =>
  here.as('board', (ctx) => readOrganizationStanding(ctx, here.seats[of].organizationId));
const refused = (work: Promise<unknown>) => expect(work).rejects.toMatchObject({ status: 403 });
const missing = (work: Promise<unknown>) => expect(work).rejects.toMatchObject({ status: 404 });

/** One more person of an organization, with the session of somebody who has no other seat. */
async function seatAnother(lead: CastName, as: CastName, title: string): Promise<string> {
  const invitation = await here.as(lead, async (ctx) => {
    const { organizationId } = ctx.actor.seat;
    const seatId = await addSeat(ctx, { organizationId, title, lead: false });
    return inviteToSeat(ctx, { seatId, sort: 'holder', name: title });
  });
  const { rows } = await here.database.owner.query<{ id: string }>(
    'select id from auth."user" where name = $1',
    [as],
  );
  return here.asVisitor((ctx) =>
    acceptInvitation(
      ctx,
      { partnershipId: here.partnershipId, id: invitation },
      { id: rows[0]?.id ?? '', name: title },
    ),
  );
}

test('while an organization has its lead, nobody chooses another', async () => {
  expect(await standing('president')).toBeNull();
  await refused(choose('representative', 'president', 'representative'));
  await refused(bringBack('superintendent', 'president'));
});

test('colleagues choose who speaks for them, unseen by others until it is done', async () => {
  // The superintendent's second in the office gives up a seat of their own to sit for the association.
  await leave('principal', 'superintendent');
  await seatAnother('president', 'principal', 'Treasurer');
  await leave('president');
  expect(await standing('president')).toBe('no-lead');
  await refused(choose('superintendent', 'president', 'representative'));
  await refused(bringBack('superintendent', 'president'));
  const change = await choose('representative', 'president', 'representative');
  await refused(agree('representative', change));
  await missing(agree('superintendent', change));
  expect(await agree('principal', change)).toBe('agreed');
  expect(await here.as('representative', async ({ actor }) => actor.seat.lead)).toBe(true);
  expect(await standing('president')).toBeNull();
  const told = await here.as('parent', (ctx) =>
    ctx.db
      .selectFrom('auditEntry')
      .select(['action'])
      .where('visibleTo', '=', 'partnership')
      .orderBy('number', 'desc')
      .limit(1)
      .execute(),
  );
  expect(told).toEqual([{ action: 'change.took-effect' }]);
});

test('who sits there alone is confirmed by two constituencies, and chosen by nobody else', async () => {
  const speaker = await seatAnother('support', 'president', 'Secretary');
  await leave('support');
  expect(await standing('support')).toBe('no-lead');
  const change = await here.as('president', (ctx) =>
    proposeJointChange(ctx, {
      kind: 'lead',
      after: { organizationId: here.seats.support.organizationId, seatId: speaker },
      reason: 'I am the only one left.',
    }),
  );
  expect(await agree('superintendent', change)).toBe('waiting');
  expect(await agree('parent', change)).toBe('agreed');
  expect(await here.as('president', async ({ actor }) => actor.seat.lead)).toBe(true);
});

test('two other constituencies bring an organization back when nobody is left, and only its first person', async () => {
  await leave('parent');
  expect(await standing('parent')).toBe('nobody');
  const organizationId = here.seats.parent.organizationId;
  const fills = () => here.as('superintendent', (ctx) => mayFill(ctx, organizationId));
  expect(await fills()).toBe(false);
  const outlook = await here.as('representative', (ctx) =>
    readOutlook(ctx, { kind: 'first-person', recordId: null, after: { organizationId } }),
  );
  expect(outlook.mayPropose).toBe(true);
  const change = await bringBack('superintendent', 'parent');
  await refused(agree('superintendent', change));
  expect(await agree('board', change)).toBe('agreed');
  expect(await here.as('board', async (ctx) => (await readJointChange(ctx, change)).state)).toBe(
    'agreed',
  );
  expect(await fills()).toBe(true);
  const invitation = await here.as('superintendent', (ctx) =>
    inviteToSeat(ctx, { seatId: here.seats.parent.seatId, sort: 'holder', name: 'New parent' }),
  );
  const { rows } = await here.database.owner.query<{ id: string }>(
    `select id from auth."user" where name = 'parent'`,
  );
  await here.asVisitor((ctx) =>
    acceptInvitation(
      ctx,
      { partnershipId: here.partnershipId, id: invitation },
      { id: rows[0]?.id ?? '', name: 'New parent' },
    ),
  );
  expect(await here.as('parent', async ({ actor }) => actor.seat.lead)).toBe(true);
  // From the moment somebody sits there, nobody else fills its seats.
  expect(await fills()).toBe(false);
});

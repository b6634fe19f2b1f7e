import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { insertRecord, linkRecords, readChain } from '../../partnership/record/server.ts';
import {
  type CastName,
  type TestPartnership,
  testPartnership,
} from '../../partnership/testing/test-partnership.ts';
import { addAction } from '../action/server.ts';
import { formTeam, nameToTeam, readTeamSeats } from '../team/server.ts';
import { hasQuorum, meetingHealth, type Presence, presenceBySide } from './index.ts';
import {
  approveMinutes,
  bringItems,
  endSeries,
  noteAttendance,
  offerMinutes,
  planAhead,
  planMeeting,
  readAgenda,
  readApprovals,
  readAttendance,
  readMeeting,
  readMeetingsNeedingApproval,
  readNextMeeting,
  readOpenBusiness,
  readTeamMeetings,
  skipMeeting,
  startSeries,
  takeBackMinutes,
  writeMinutes,
} from './server.ts';

let here: TestPartnership;
let teamId: string;
const begin = '2026-10-05T12:00:00Z';

beforeAll(async () => {
  here = await testPartnership();
});
afterAll(() => here.close());
beforeEach(async () => {
  here.clock.set(begin);
  teamId = await here.as('superintendent', (ctx) =>
    formTeam(ctx, {
      title: 'Leadership team',
      purpose: 'Steer together.',
      inScope: '',
      outOfScope: '',
      norms: '',
      decisionRule: 'consent',
      sunsetOn: null,
      sort: 'district-leadership',
      visibleTo: 'partnership',
      coChairSeatIds: [here.seats.superintendent.seatId, here.seats.president.seatId],
    }),
  );
  const join = (lead: CastName, who: CastName) =>
    here.as(lead, (ctx) =>
      nameToTeam(ctx, { teamId, seatId: here.seats[who].seatId, role: 'member' }),
    );
  await join('president', 'representative');
  await join('parent', 'parent');
});

const plan = () => ({
  teamId,
  title: 'Leadership team',
  day: '2026-10-06',
  time: '16:30',
  durationMinutes: 90,
  place: 'Room 12',
  quorumEachSide: 2,
  audience: 'team' as const,
});
const start = (everyWeeks = 2) =>
  here.as('president', (ctx) => startSeries(ctx, { ...plan(), everyWeeks }));
const meetings = () => here.as('parent', (ctx) => readTeamMeetings(ctx, teamId));
const first = async () => (await meetings())[0]!;
const agenda = (meetingId: string) => here.as('parent', (ctx) => readAgenda(ctx, meetingId));
const bring = (meetingId: string, title: string) =>
  here.as('representative', (ctx) => bringItems(ctx, { meetingId, title }));
const offer = async (meetingId: string, minutes = 'We talked.') =>
  here.as('representative', (ctx) => offerMinutes(ctx, { meetingId, minutes, items: {} }));
const approve = (who: CastName, meetingId: string, version = 1) =>
  here.as(who, (ctx) => approveMinutes(ctx, { meetingId, version }));
const stateOf = (id: string) =>
  here.as('parent', async (ctx) => (await readMeeting(ctx, id)).state);
const refused = (work: Promise<unknown>) => expect(work).rejects.toMatchObject({ status: 403 });

test('a series plans six meetings at the same local time, and more as time goes by', async () => {
  const seriesId = await start(1);
  expect((await meetings()).map(({ startsAt }) => startsAt.toISOString())).toEqual([
    '2026-10-06T20:30:00.000Z',
    '2026-10-13T20:30:00.000Z',
    '2026-10-20T20:30:00.000Z',
    '2026-10-27T20:30:00.000Z',
    '2026-11-03T21:30:00.000Z',
    '2026-11-10T21:30:00.000Z',
  ]);
  const ahead = () => here.as('parent', (ctx) => planAhead(ctx, seriesId));
  expect(await ahead()).toBe(0);
  here.clock.set('2026-10-21T12:00:00Z');
  expect(await Promise.all([ahead(), ahead()])).toEqual(expect.arrayContaining([3, 0]));
  expect(await meetings()).toHaveLength(9);
  await here.as('superintendent', (ctx) => endSeries(ctx, seriesId));
  here.clock.set('2026-12-21T12:00:00Z');
  expect(await ahead()).toBe(0);
});

test('only co-chairs and facilitators call meetings; the team alone sees its own', async () => {
  await refused(here.as('parent', (ctx) => planMeeting(ctx, plan())));
  await refused(here.as('board', (ctx) => planMeeting(ctx, plan())));
  const id = await here.as('president', (ctx) => planMeeting(ctx, plan()));
  await expect(here.as('board', (ctx) => readMeeting(ctx, id))).rejects.toMatchObject({
    status: 404,
  });
  const open = await here.as('president', (ctx) =>
    planMeeting(ctx, { ...plan(), audience: 'partnership' }),
  );
  const seen = await here.as('board', (ctx) => readMeeting(ctx, open));
  expect(seen.title).toBe('Leadership team, 6 Oct 2026');
  await refused(here.as('board', (ctx) => bringItems(ctx, { meetingId: open, title: 'Budget' })));
  const next = await here.as('parent', readNextMeeting);
  expect(next?.startsAt.toISOString()).toBe('2026-10-06T20:30:00.000Z');
  expect(await here.as('board', readNextMeeting)).toBeNull();
});

test('presence counts side by side, with alternates, and in words for who is missing', async () => {
  await start();
  const { id } = await first();
  const note = (presences: Partial<Record<CastName, Presence>>) =>
    here.as('representative', (ctx) =>
      noteAttendance(ctx, {
        meetingId: id,
        presences: Object.fromEntries(
          Object.entries(presences).map(([who, presence]) => [
            here.seats[who as CastName].seatId,
            presence,
          ]),
        ),
      }),
    );
  await refused(note({ president: 'present' }));
  here.clock.set('2026-10-06T19:00:00Z');
  await note({ president: 'present', board: 'present', representative: 'absent' });
  const sides = () =>
    here.as('parent', async (ctx) =>
      presenceBySide(await readTeamSeats(ctx, teamId), await readAttendance(ctx, id), 2),
    );
  expect(await sides()).toEqual([
    { constituency: 'administration', here: 0, seats: 1, needed: 1 },
    { constituency: 'educators', here: 1, seats: 2, needed: 2 },
    { constituency: 'families', here: 0, seats: 1, needed: null },
  ]);
  expect(hasQuorum(await sides())).toBe(false);
  await note({ superintendent: 'alternate', representative: 'present' });
  expect(hasQuorum(await sides())).toBe(true);
  expect(await stateOf(id)).toBe('held');
});

test('minutes are approved by one seat of each organization that chairs, and stay as they are', async () => {
  await start();
  const { id } = await first();
  here.clock.set('2026-10-06T23:00:00Z');
  await expect(offer(id, ' ')).rejects.toMatchObject({
    problems: { minutes: 'meeting.no-minutes' },
  });
  await offer(id);
  await refused(approve('parent', id));
  const waiting = (who: CastName) =>
    here.as(who, async (ctx) => (await readMeetingsNeedingApproval(ctx)).map((m) => m.id));
  expect(await waiting('representative')).toContain(id);
  expect(await waiting('parent')).not.toContain(id);
  await approve('representative', id);
  expect(await waiting('president')).not.toContain(id);
  await refused(approve('president', id));
  expect(await stateOf(id)).toBe('minutes-offered');
  await approve('superintendent', id);
  expect(await stateOf(id)).toBe('minutes-approved');
  await refused(here.as('president', (ctx) => takeBackMinutes(ctx, id)));
  const tamper = here.as('president', (ctx) =>
    ctx.db.updateTable('meeting').set({ minutes: 'Other words' }).where('id', '=', id).execute(),
  );
  await expect(tamper).rejects.toMatchObject({ code: '42501' });
});

test('a correction starts the approval anew', async () => {
  await start();
  const { id } = await first();
  here.clock.set('2026-10-06T23:00:00Z');
  await offer(id);
  await approve('president', id);
  await here.as('superintendent', (ctx) => takeBackMinutes(ctx, id));
  await offer(id, 'We talked, and the parents spoke too.');
  const approvals = await here.as('parent', async (ctx) =>
    readApprovals(ctx, await readMeeting(ctx, id)),
  );
  expect(approvals).toEqual([]);
  await expect(approve('president', id, 1)).rejects.toMatchObject({
    problems: { form: 'meeting.newer-minutes' },
  });
  await approve('president', id, 2);
  await approve('superintendent', id, 2);
  expect(await stateOf(id)).toBe('minutes-approved');
});

test('two who write the minutes at once do not overwrite each other unread', async () => {
  await start();
  const { id } = await first();
  here.clock.set('2026-10-06T21:00:00Z');
  const seen = (await first()).changedAt.toISOString();
  const write = (who: CastName, minutes: string) =>
    here.as(who, (ctx) => writeMinutes(ctx, { meetingId: id, minutes, items: {}, seen }));
  await write('president', 'Mine.');
  await expect(write('superintendent', 'Ours.')).rejects.toMatchObject({
    problems: { minutes: 'meeting.changed-meanwhile' },
  });
  expect((await first()).minutes).toBe('Mine.');
});

test('unfinished business goes to the next meeting, once', async () => {
  await start();
  const { id } = await first();
  await bring(id, 'Bus times');
  await bring(id, 'Reading hour');
  const items = await agenda(id);
  here.clock.set('2026-10-06T23:00:00Z');
  const minutes = {
    meetingId: id,
    minutes: 'Reading hour is settled.',
    items: { [items[1]!.id]: { outcome: 'done' as const, note: 'Starts in November.' } },
  };
  await here.as('president', (ctx) => offerMinutes(ctx, minutes));
  await here.as('president', (ctx) => takeBackMinutes(ctx, id));
  await here.as('president', (ctx) => offerMinutes(ctx, minutes));
  const second = (await meetings())[1]!;
  expect(await agenda(second.id)).toMatchObject([
    { title: 'Bus times', carriedFrom: items[0]!.id, outcome: 'open' },
  ]);
  expect((await agenda(id)).map(({ outcome }) => outcome)).toEqual(['carried', 'done']);
  await here.as('president', (ctx) =>
    skipMeeting(ctx, { meetingId: second.id, reason: 'Snow day' }),
  );
  const third = (await meetings())[2]!;
  expect((await agenda(third.id)).map(({ title }) => title)).toEqual(['Bus times']);
  here.clock.set('2026-10-22T12:00:00Z');
  expect(meetingHealth(await meetings(), here.clock.now())).toEqual({
    past: 2,
    skipped: 1,
    unknown: 0,
  });
  here.clock.set('2026-11-05T12:00:00Z');
  expect(meetingHealth(await meetings(), here.clock.now())).toMatchObject({ past: 3, unknown: 1 });
});

test('without a next meeting, unfinished business waits for it', async () => {
  const id = await here.as('president', (ctx) => planMeeting(ctx, plan()));
  await bring(id, 'Bus times');
  here.clock.set('2026-10-06T23:00:00Z');
  await offer(id);
  const later = { ...plan(), day: '2026-10-20' };
  const open = await here.as('president', (ctx) =>
    planMeeting(ctx, { ...later, audience: 'partnership' }),
  );
  expect(await agenda(open)).toEqual([]);
  const next = await here.as('president', (ctx) => planMeeting(ctx, later));
  expect((await agenda(next)).map(({ title }) => title)).toEqual(['Bus times']);
});

test('open business is offered for the agenda, and naming it links it', async () => {
  await start();
  const { id } = await first();
  const meeting = await first();
  const goal = await here.as('president', async (ctx) => {
    const record = {
      kind: 'goal',
      title: 'Read',
      state: 'adopted',
      visibleTo: 'partnership',
    } as const;
    const goalId = await insertRecord(ctx, record);
    await linkRecords(ctx, goalId, teamId);
    return goalId;
  });
  const action = await here.as('president', (ctx) =>
    addAction(ctx, {
      title: 'Ask the families',
      ownerSeat: here.seats.parent.seatId,
      dueOn: '2026-11-01',
      details: '',
      fromId: teamId,
      teamId,
    }),
  );
  const business = () =>
    here.as('parent', async (ctx) =>
      (await readOpenBusiness(ctx, meeting, await readAgenda(ctx, id))).map((head) => head.id),
    );
  expect(await business()).toEqual([action, goal]);
  await here.as('parent', (ctx) => bringItems(ctx, { meetingId: id, recordIds: [goal] }));
  expect(await business()).toEqual([action]);
  const before = await here.as('parent', (ctx) => readChain(ctx, id));
  expect(before.map(({ head }) => head.id).sort()).toEqual([goal, teamId].sort());
});

test('an agenda names nothing that some of its readers could not see', async () => {
  const open = await here.as('president', (ctx) =>
    planMeeting(ctx, { ...plan(), audience: 'partnership' }),
  );
  const closed = await here.as('president', (ctx) =>
    insertRecord(ctx, {
      kind: 'goal',
      title: 'Our own plan',
      state: 'proposed',
      visibleTo: `caucus:${here.seats.president.organizationId}`,
    }),
  );
  const name = (who: CastName) =>
    here.as(who, (ctx) => bringItems(ctx, { meetingId: open, recordIds: [closed] }));
  await expect(name('president')).rejects.toMatchObject({
    problems: { recordIds: 'meeting.closed-record' },
  });
});

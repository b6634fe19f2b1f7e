import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  type TestPartnership,
  testPartnership,
} from '../../partnership/testing/test-partnership.ts';
import { draftDecision, giveStance, openDecision, revealStances } from '../decision/server.ts';
import { formTeam, reviseCharter } from '../team/server.ts';
import {
  announceMeeting,
  bringItems,
  noteAttendance,
  planMeeting,
  readAgenda,
  readNotice,
  readNotices,
  readRollCall,
  readVotePlace,
} from './server.ts';

let here: TestPartnership;
let teamId: string;
const charter = {
  title: 'Budget advisory committee',
  purpose: 'To advise the board',
  inScope: '',
  outOfScope: '',
  norms: '',
  decisionRule: 'majority' as const,
  sunsetOn: null,
};
beforeAll(async () => {
  here = await testPartnership();
  teamId = await here.as('superintendent', (ctx) =>
    formTeam(ctx, {
      ...charter,
      creationAuthority: 'board-action',
      sort: 'working-committee',
      visibleTo: 'partnership',
      coChairSeatIds: [here.seats.superintendent.seatId, here.seats.president.seatId],
    }),
  );
});
afterAll(() => here.close());

const plan = (day: string, time: string, more: object = {}) =>
  here.as('superintendent', (ctx) =>
    planMeeting(ctx, {
      teamId,
      title: 'Committee meeting',
      day,
      time,
      durationMinutes: 60,
      place: 'Library',
      quorumEachSide: 1,
      audience: 'team',
      ...more,
    }),
  );
const draft = () =>
  here.as('superintendent', (ctx) =>
    draftDecision(ctx, {
      teamId,
      visibleTo: 'partnership',
      title: 'Shall we advise it?',
      background: '',
      proposal: 'Yes',
      domain: 'budget',
      authority: 'board',
      level: 'recommend',
      scale: 'majority',
      line: null,
      fallback: 'Nothing',
      closesAt: new Date('2026-12-01T12:00:00Z'),
      reviewOn: '2027-03-01',
    }),
  );
const announce = (
  meetingId: string,
  sort: 'regular' | 'special' | 'emergency' = 'regular',
  reason = '',
) => here.as('president', (ctx) => announceMeeting(ctx, { meetingId, sort, reason }));

// It is 1 October 2026, 10:00 in New York.
describe('the clock of the notice', () => {
  test('a regular meeting is planned in time for its notice, or says why it cannot wait', async () => {
    await expect(plan('2026-10-04', '09:00')).rejects.toMatchObject({
      problems: { startsAt: 'meeting.too-late:72' },
    });
    await expect(
      plan('2026-10-03', '09:00', { notice: { sort: 'special', reason: '' } }),
    ).rejects.toMatchObject({ problems: { noticeReason: 'meeting.reason-needed' } });
    await expect(
      plan('2026-10-02', '09:00', { notice: { sort: 'special', reason: 'Roof' } }),
    ).rejects.toMatchObject({ problems: { startsAt: 'meeting.too-late:24' } });
    expect(
      await plan('2026-10-03', '09:00', { notice: { sort: 'special', reason: 'Roof' } }),
    ).toBeTruthy();
    expect(await plan('2026-10-04', '11:00')).toBeTruthy();
  });

  test('the notice is public, says no more than it must, and freezes the agenda', async () => {
    const meetingId = await plan('2026-10-10', '17:00');
    await expect(announce(meetingId)).rejects.toMatchObject({
      problems: { form: 'meeting.empty-agenda' },
    });
    await here.as('president', (ctx) => bringItems(ctx, { meetingId, title: 'The bus plan' }));
    await announce(meetingId);
    await here.as('president', (ctx) => bringItems(ctx, { meetingId, title: 'One more thing' }));
    const agenda = await here.as('president', (ctx) => readAgenda(ctx, meetingId));
    expect(agenda.map(({ title, forAction }) => [title, forAction])).toEqual([
      ['The bus plan', true],
      ['One more thing', false],
    ]);
    const [notice] = (await here.asVisitor(readNotices)).filter(({ place }) => place === 'Library');
    expect(notice).toMatchObject({
      bodyName: charter.title,
      items: ['The bus plan'],
      sort: 'regular',
    });
    await expect(announce(meetingId)).rejects.toMatchObject({
      problems: { form: 'meeting.announced' },
    });
  });

  test('too late for the usual notice it is special or an emergency, with the reason for everybody', async () => {
    const meetingId = await plan('2026-10-06', '17:00');
    await here.as('president', (ctx) => bringItems(ctx, { meetingId, title: 'The roof' }));
    here.clock.set('2026-10-05T14:00:00Z');
    await expect(announce(meetingId)).rejects.toMatchObject({
      problems: { noticeSort: 'meeting.notice-late:72' },
    });
    await expect(announce(meetingId, 'special')).rejects.toMatchObject({
      problems: { noticeReason: 'meeting.reason-needed' },
    });
    await announce(meetingId, 'special', 'The roof leaks');
    const notice = await here.asVisitor((ctx) => readNotice(ctx, meetingId));
    expect(notice).toMatchObject({ sort: 'special', reason: 'The roof leaks' });
  });
});

test('a body that meets in the open votes at its announced meeting and nowhere else, by name', async () => {
  const decisionId = await draft();
  const open = () => here.as('superintendent', (ctx) => openDecision(ctx, decisionId));
  await expect(open()).rejects.toMatchObject({ problems: { form: 'decision.at-meetings' } });
  const meetingId = await plan('2026-10-12', '17:00');
  await here.as('president', (ctx) => bringItems(ctx, { meetingId, recordIds: [decisionId] }));
  await announce(meetingId);
  const place = () => here.as('president', (ctx) => readVotePlace(ctx, { id: decisionId, teamId }));
  expect(await place()).toMatchObject({ now: null, planned: { id: meetingId, announced: true } });
  // The database says the same to whoever goes around the use-case.
  const around = here.as('superintendent', (ctx) =>
    ctx.db
      .insertInto('decisionRound')
      .values({
        partnershipId: here.partnershipId,
        decisionId,
        round: 1,
        visibleTo: 'partnership',
        proposal: 'Yes',
        closesAt: new Date('2026-12-01T12:00:00Z'),
        openedAt: ctx.clock.now(),
        meetingId,
      })
      .execute(),
  );
  await expect(around).rejects.toMatchObject({ code: 'CS002' });
  here.clock.set('2026-10-12T21:10:00Z');
  expect((await place()).now?.id).toBe(meetingId);
  await open();
  for (const who of ['superintendent', 'president'] as const)
    await here.as(who, (ctx) =>
      giveStance(ctx, decisionId, { value: 'yes', reason: '', wouldResolve: '' }),
    );
  expect(await here.asVisitor((ctx) => readRollCall(ctx, meetingId))).toEqual([]);
  await here.as('president', (ctx) => revealStances(ctx, decisionId));
  const notice = await here.asVisitor((ctx) => readNotice(ctx, meetingId));
  const votes = await here.asVisitor((ctx) => readRollCall(ctx, notice?.id ?? ''));
  expect(votes.map(({ member, vote }) => [member, vote])).toEqual([
    ['president', 'yes'],
    ['superintendent', 'yes'],
  ]);
  await here.as('president', (ctx) =>
    noteAttendance(ctx, { meetingId, presences: { [here.seats.president.seatId]: 'present' } }),
  );
});

test('a public body becomes a private one only by joint change', async () => {
  const revise = (creationAuthority: 'partners' | 'law') =>
    here.as('superintendent', (ctx) =>
      reviseCharter(ctx, teamId, { ...charter, creationAuthority }),
    );
  await expect(revise('partners')).rejects.toMatchObject({ code: 'CS003' });
  await revise('law');
});

test('the board itself works alone, chaired by its own members', async () => {
  const board = (chairs: readonly string[]) =>
    here.as('board', (ctx) =>
      formTeam(ctx, {
        ...charter,
        title: 'Board of Education',
        creationAuthority: 'board-itself',
        sort: 'partner-group',
        visibleTo: 'public',
        coChairSeatIds: chairs,
      }),
    );
  const { board: own, president } = here.seats;
  await expect(board([own.seatId, president.seatId])).rejects.toMatchObject({
    problems: { coChairs: 'team.board-alone' },
  });
  const id = await board([own.seatId]);
  const { state } = await here.as('parent', (ctx) =>
    ctx.db.selectFrom('record').select('state').where('id', '=', id).executeTakeFirstOrThrow(),
  );
  expect(state).toBe('working');
});

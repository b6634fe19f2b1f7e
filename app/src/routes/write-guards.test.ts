import { CompiledQuery } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { addAction } from '../act/action/server.ts';
import { draftDecision, openDecision } from '../act/decision/server.ts';
import { planMeeting } from '../act/meeting/server.ts';
import { formTeam } from '../act/team/server.ts';
import { writeCompact } from '../partnership/compact/server.ts';
import {
  type CastName,
  type TestPartnership,
  testPartnership,
} from '../partnership/testing/test-partnership.ts';
import { proposeGoal } from '../prepare/goal/server.ts';
import { raiseVoice } from '../prepare/voice/server.ts';

/**
 * What the database keeps whatever the pages do: words that found their way into a query, acting as
 * somebody, change nothing that is somebody else's.
 */
let here: TestPartnership;
let ids: Record<'team' | 'meeting' | 'decision' | 'action' | 'goal' | 'voice' | 'compact', string>;
beforeAll(async () => {
  here = await testPartnership();
  const visibleTo = 'partnership' as const;
  const { superintendent, president } = here.seats;
  const team = await here.as('superintendent', (ctx) =>
    formTeam(ctx, {
      title: 'Leadership team',
      purpose: 'Steer together.',
      inScope: '',
      outOfScope: '',
      norms: '',
      decisionRule: 'consent',
      sunsetOn: null,
      sort: 'district-leadership',
      visibleTo,
      coChairSeatIds: [superintendent.seatId, president.seatId],
    }),
  );
  ids = await here.as('superintendent', async (ctx) => ({
    team,
    meeting: await planMeeting(ctx, {
      teamId: team,
      title: 'Meeting',
      day: '2026-10-09',
      time: '10:00',
      durationMinutes: 60,
      place: '',
      quorumEachSide: 1,
      audience: 'partnership',
    }),
    decision: await draftDecision(ctx, {
      teamId: team,
      visibleTo,
      title: 'Decision',
      background: '',
      proposal: 'Try it.',
      domain: 'schedule',
      authority: 'shared',
      level: 'joint-consent',
      scale: 'consent',
      line: null,
      fallback: 'Nothing',
      closesAt: new Date('2026-10-20T12:00:00Z'),
      reviewOn: '2027-03-01',
    }),
    action: await addAction(ctx, {
      title: 'Action',
      ownerSeat: superintendent.seatId,
      dueOn: '2026-11-01',
      details: '',
      teamId: team,
    }),
    goal: await proposeGoal(ctx, {
      title: 'Goal',
      howMuch: 'Some',
      forWhom: 'All',
      byWhen: '2027-06-01',
      why: '',
      keeperSeat: superintendent.seatId,
      visibility: visibleTo,
      voice: [],
      indicatorName: 'Share',
      unit: '%',
      wanted: 'up',
      baseline: '1',
      target: '2',
      source: '',
    }),
    voice: await raiseVoice(ctx, {
      sort: 'idea',
      body: 'Something to think about.',
      locale: 'en',
      visibility: visibleTo,
      named: true,
      answerSeat: superintendent.seatId,
      answerDays: 5,
    }),
    compact: await writeCompact(ctx, {
      title: 'Compact',
      preamble: '',
      principles: 'One',
      behaviors: 'Two',
    }),
  }));
});
beforeEach(() => here.clock.set('2026-10-01T14:00:00Z'));
afterAll(() => here.close());

/** How many rows it changed, or that the database refused. */
async function tried(who: CastName, text: string, values: unknown[] = []) {
  try {
    return await here.as(who, async (ctx) => {
      const done = await ctx.db.executeQuery(CompiledQuery.raw(text, values));
      return Number(done.numAffectedRows ?? 0);
    });
  } catch (error) {
    if ((error as { code?: string }).code === '42501') return 'refused';
    throw error;
  }
}
const nothing = (outcome: number | string) => expect(['refused', 0]).toContain(outcome);

test.each([
  ['a title', 'record', "title = 'Ours now'", ['meeting', 'action', 'goal', 'voice', 'compact']],
  ['a title', 'record', "title = 'Ours now'", ['team', 'decision']],
  ['a state', 'record', "state = 'held'", ['meeting']],
  ['a state', 'record', "state = 'adopted'", ['goal']],
  ['a state', 'record', "state = 'reached'", ['goal']],
  ['a state', 'record', "state = 'answered'", ['voice']],
  ['a state', 'record', "state = 'done'", ['action']],
  ['a state', 'record', "state = 'ended'", ['team']],
  ['a state', 'record', "state = 'in-force'", ['compact']],
  ['an owner', 'record', 'created_by_seat = null', ['goal']],
  ['who sees it', 'record', "visible_to = 'public'", ['goal', 'meeting', 'decision']],
  ['the charter', 'team', "purpose = 'Ours'", ['team']],
  ['the minutes', 'meeting', "minutes = 'We said'", ['meeting']],
  ['the time', 'meeting', 'starts_at = now()', ['meeting']],
  ['the proposal', 'decision', "proposal = 'Ours'", ['decision']],
  ['the owner', 'action', 'owner_seat = owner_seat', ['action']],
  ['the target', 'goal', "how_much = 'Nothing'", ['goal']],
  ['the keeper', 'goal', 'keeper_seat = keeper_seat', ['goal']],
  ['the answer', 'voice', "answer = 'No.'", ['voice']],
  ['who is asked', 'voice', 'answer_seat = answer_seat', ['voice']],
  ['the text', 'compact', "preamble = 'Ours'", ['compact']],
  ['the ratification', 'compact', 'in_force_at = now()', ['compact']],
] as const)('nobody from outside changes %s of somebody else’s %s: %s', async (_, table, set, of) => {
  for (const kind of of)
    for (const who of ['parent', 'representative'] as const)
      nothing(await tried(who, `update ${table} set ${set} where id = $1`, [ids[kind]]));
});

test('a lead on the team earns a state by what happened, and not by writing it', async () => {
  for (const [kind, state] of [
    ['goal', 'adopted'],
    ['goal', 'reached'],
    ['compact', 'in-force'],
    ['compact', 'superseded'],
    ['meeting', 'minutes-approved'],
    ['decision', 'open'],
    ['decision', 'passed'],
    ['voice', 'answered'],
    ['voice', 'taken-up'],
    ['team', 'ended'],
  ] as const)
    expect([
      state,
      await tried('president', 'update record set state = $1 where id = $2', [state, ids[kind]]),
    ]).toEqual([state, expect.toSatisfy((outcome) => outcome === 'refused' || outcome === 0)]);
  for (const text of [
    'update goal set adopted_at = now() where id = $1',
    'update compact set in_force_at = now() where id = $1',
    'update meeting set approved_at = now() where id = $1',
  ]) {
    const kind = text.split(' ')[1] as 'goal' | 'compact' | 'meeting';
    nothing(await tried('president', text, [ids[kind]]));
  }
});

test('people outside the team put nothing on its agenda, its list or its ballot', async () => {
  const { parent } = here.seats;
  for (const [text, values] of [
    [
      `insert into agenda_item (partnership_id, id, meeting_id, visible_to, position, title)
        values ($1, $2, $3, 'partnership', 9, 'Ours')`,
      [here.partnershipId, here.random.uuid(), ids.meeting],
    ],
    [
      `insert into attendance (partnership_id, meeting_id, seat_id, visible_to, presence, noted_at)
        values ($1, $2, $3, 'partnership', 'present', now())`,
      [here.partnershipId, ids.meeting, parent.seatId],
    ],
    [
      `insert into decision_elector (partnership_id, decision_id, seat_id, visible_to, constituency)
        values ($1, $2, $3, 'partnership', 'families')`,
      [here.partnershipId, ids.decision, parent.seatId],
    ],
    ['delete from decision_gate where decision_id = $1', [ids.decision]],
    ['delete from compact_line where compact_id = $1', [ids.compact]],
  ] as const)
    nothing(await tried('parent', text, [...values]));
});

test('nobody writes in somebody else’s name', async () => {
  const record = `insert into record (partnership_id, id, visible_to, kind, title, state, created_at, changed_at, created_by_seat)
    values ($1, $2, 'partnership', 'lesson', 'Not ours', 'shared', now(), now(), $3)`;
  const write = (seatId: string) =>
    tried('parent', record, [here.partnershipId, here.random.uuid(), seatId]);
  expect(await write(here.seats.president.seatId)).toBe('refused');
  expect(await write(here.seats.parent.seatId)).toBe(1);
  // Nor does a lead make an organization whose seats stay open to everybody.
  const organization = `insert into organization (partnership_id, id, name, constituency, created_at, reopened_at)
    values ($1, $2, 'Ours', 'community', now(), 'infinity')`;
  expect(
    await tried('superintendent', organization, [here.partnershipId, here.random.uuid()]),
  ).toBe('refused');
});

test('a lead renames their own people and themselves, and nobody else', async () => {
  const rename = (who: CastName, whose: CastName) =>
    tried(who, 'update person set name = $1 where id = $2', ['New', here.seats[whose].personId]);
  expect(await rename('superintendent', 'president')).toBe('refused');
  expect(await rename('superintendent', 'representative')).toBe('refused');
  expect(await rename('superintendent', 'principal')).toBe(1);
  expect(await rename('representative', 'representative')).toBe(1);
});

test('nobody reveals stances early by claiming a later time', async () => {
  const { owner } = here.database;
  await here.as('superintendent', (ctx) => openDecision(ctx, ids.decision));
  const reveal = () =>
    tried('superintendent', `select reveal_stances($1, '2099-01-01')`, [ids.decision]);
  await owner.query('delete from test_clock');
  expect(await reveal()).toBe('refused');
  await owner.query('insert into test_clock default values');
  expect(await reveal()).not.toBe('refused');
});

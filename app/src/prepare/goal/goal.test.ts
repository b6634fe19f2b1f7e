import { afterAll, beforeAll, expect, it } from 'vitest';
import { readChain } from '../../partnership/record/server.ts';
import {
  type TestPartnership,
  testPartnership,
} from '../../partnership/testing/test-partnership.ts';
import { raiseVoice, readVoice } from '../voice/server.ts';
import type { GoalInput } from './goal.ts';
import { endorseGoal, proposeGoal, readGoal, readGoals } from './server.ts';

let here: TestPartnership;
let voices: string[];
beforeAll(async () => {
  here = await testPartnership();
  voices = [
    await raise('parent', 'Our children cannot read the bus plan.'),
    await raise('representative', 'Reading groups have twenty-eight children.'),
  ];
});
afterAll(() => here.close());

function raise(who: 'parent' | 'representative', body: string, caucus = false) {
  return here.as(who, (ctx) =>
    raiseVoice(ctx, {
      sort: 'concern',
      body,
      locale: 'en',
      visibility: caucus ? 'caucus' : 'partnership',
      named: true,
      answerSeat: caucus ? here.seats.president.seatId : here.seats.superintendent.seatId,
      answerDays: 5,
    }),
  );
}

function goal(changes: Partial<GoalInput> = {}): GoalInput {
  return {
    title: 'Every child reads by third grade',
    howMuch: 'from 58% to 75%',
    forWhom: 'third graders',
    byWhen: '2027-06-01',
    why: '',
    keeperSeat: here.seats.principal.seatId,
    visibility: 'partnership',
    voice: voices,
    indicatorName: 'Third graders who read at grade level',
    unit: '%',
    wanted: 'up',
    baseline: '58',
    baselineOn: undefined,
    target: '75',
    source: '',
    ...changes,
  };
}

it('is adopted when leads of two sides of the table have endorsed it, and takes up its voices', async () => {
  const id = await here.as('superintendent', (ctx) => proposeGoal(ctx, goal()));
  expect(await here.as('board', (ctx) => readGoal(ctx, id))).toMatchObject({
    state: 'proposed',
    endorsedBy: [{ organizationId: here.seats.superintendent.organizationId }],
    indicator: { baseline: 58, baselineOn: '2026-10-01', target: 75, targetOn: '2027-06-01' },
  });
  expect(await here.as('president', (ctx) => endorseGoal(ctx, { goalId: id }))).toEqual({
    adopted: true,
  });
  expect(await here.as('parent', (ctx) => readGoal(ctx, id))).toMatchObject({ state: 'adopted' });
  for (const voiceId of voices) {
    expect(await here.as('parent', (ctx) => readVoice(ctx, voiceId))).toMatchObject({
      state: 'taken-up',
    });
  }
  const led = await here.as('board', (ctx) => readChain(ctx, id));
  expect(led.map(({ head }) => head.id).sort()).toEqual([...voices].sort());
  const cards = await here.as('support', (ctx) => readGoals(ctx));
  expect(cards.find((card) => card.id === id)).toMatchObject({ endorsements: 2 });
});

it('is not endorsed by a proposer who is no lead, nor twice by one organization', async () => {
  const id = await here.as('representative', (ctx) => proposeGoal(ctx, goal({ voice: [] })));
  expect(await here.as('board', (ctx) => readGoal(ctx, id))).toMatchObject({ endorsedBy: [] });
  await expect(
    here.as('representative', (ctx) => endorseGoal(ctx, { goalId: id })),
  ).rejects.toMatchObject({ status: 403 });
  expect(await here.as('president', (ctx) => endorseGoal(ctx, { goalId: id }))).toEqual({
    adopted: false,
  });
  await expect(
    here.as('president', (ctx) => endorseGoal(ctx, { goalId: id })),
  ).rejects.toMatchObject({ status: 403 });
});

it('is adopted once by two leads who endorse in the same moment', async () => {
  const id = await here.as('representative', (ctx) => proposeGoal(ctx, goal({ voice: [] })));
  const both = await Promise.all(
    (['board', 'parent'] as const).map((who) =>
      here.as(who, (ctx) => endorseGoal(ctx, { goalId: id })),
    ),
  );
  expect(both.map(({ adopted }) => adopted).sort()).toEqual([false, true]);
  expect(await here.as('support', (ctx) => readGoal(ctx, id))).toMatchObject({ state: 'adopted' });
});

it('names what cannot be right', async () => {
  const wrong = async (changes: Partial<GoalInput>) =>
    here
      .as('superintendent', (ctx) => proposeGoal(ctx, goal(changes)))
      .then(
        () => null,
        (error) => error.problems,
      );
  expect(await wrong({ byWhen: '2026-10-01', target: '50' })).toEqual({
    byWhen: 'goal.past',
    target: 'goal.target-up',
  });
  expect(await wrong({ wanted: 'down', baseline: '10', target: '12' })).toEqual({
    target: 'goal.target-down',
  });
  expect(await wrong({ baselineOn: '2026-12-01' })).toEqual({
    baselineOn: 'goal.baseline-future',
  });
  const caucus = await raise('representative', 'We should talk about this among ourselves.', true);
  expect(await wrong({ voice: [caucus] })).toEqual({ voice: 'choose-one' });
});

it('shows visitors a public goal with its numbers, and no others', async () => {
  const shared = await here.as('board', (ctx) => proposeGoal(ctx, goal({ visibility: 'public' })));
  const inside = await here.as('board', (ctx) => proposeGoal(ctx, goal()));
  expect(await here.asVisitor((ctx) => readGoal(ctx, shared))).toMatchObject({
    indicator: { name: 'Third graders who read at grade level', keeperOrganization: null },
  });
  await expect(here.asVisitor((ctx) => readGoal(ctx, inside))).rejects.toMatchObject({
    status: 404,
  });
  const all = await here.asVisitor((ctx) => readGoals(ctx));
  expect(all.map((card) => card.id)).toEqual([shared]);
});

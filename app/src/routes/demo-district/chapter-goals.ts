import { enterValues } from '../../measure/indicator/server.ts';
import type { GoalInput } from '../../prepare/goal/index.ts';
import { endorseGoal, proposeGoal, readGoal } from '../../prepare/goal/server.ts';
import type { Memory } from './memory.ts';
import { recall } from './memory.ts';
import type { Stage } from './stage.ts';

type Values = readonly (readonly [daysAgo: number, value: string])[];

/** Two goals out of what people said, and the months of numbers that followed. */
export async function setGoals(stage: Stage, memory: Memory): Promise<void> {
  await adopt(stage, memory, {
    key: 'attendance',
    daysAgo: 410,
    proposedBy: 'ortega',
    endorsedBy: ['okafor', 'rivera', 'greene', 'jackson'],
    voices: ['mondays', 'late-bus', 'counsel', 'route-four', 'calls'],
    goal: {
      title: 'Fewer children miss a tenth of the school year',
      howMuch: 'from 24 to 16 in 100 students',
      forWhom: 'all students, first of all in the four elementary schools',
      byWhen: stage.day(150),
      why: 'A child who is not there cannot learn with us. Families, drivers and teachers named it independently of each other.',
      visibility: 'public',
      indicatorName: 'Students absent on 10 % of days or more',
      unit: '%',
      wanted: 'down',
      baseline: '24',
      baselineOn: stage.day(415),
      target: '16',
      source: 'District attendance system, end of each month',
      keeperSeat: stage.seat('tran').seatId,
    },
  });
  await measure(stage, memory, 'attendance', 'tran', [
    [400, '24.1'],
    [372, '23.8'],
    [344, '24.0'],
    [316, '22.6'],
    [288, '21.4'],
    [260, '20.9'],
    [232, '19.2'],
    [204, '18.4'],
    [176, '17.1'],
    [155, '15.9'],
    [120, '16.1'],
    [92, '15.8'],
    [64, '15.1'],
    [36, '15.3'],
    [8, '14.9'],
  ]);
  await adopt(stage, memory, {
    key: 'mentors',
    daysAgo: 395,
    proposedBy: 'adler',
    endorsedBy: ['brandt', 'jackson', 'lindqvist'],
    voices: ['new-teachers'],
    goal: {
      title: 'New teachers stay',
      howMuch: 'from 80 to 90 in 100 still with us after two years',
      forWhom: 'teachers in their first three years',
      byWhen: stage.day(-200),
      why: 'Children in our two poorest schools meet a new face most often. That is not fair to them.',
      visibility: 'partnership',
      indicatorName: 'New teachers still here after two years',
      unit: '%',
      wanted: 'up',
      baseline: '80',
      baselineOn: stage.day(400),
      target: '90',
      source: 'Human resources and association, counted together each quarter',
      keeperSeat: stage.seat('adler').seatId,
    },
  });
  await measure(stage, memory, 'mentors', 'adler', [
    [390, '80'],
    [300, '81'],
    [210, '83'],
    [120, '84.5'],
    [30, '86'],
  ]);
}

export async function adopt(
  stage: Stage,
  memory: Memory,
  one: {
    key: string;
    daysAgo: number;
    proposedBy: string;
    endorsedBy: readonly string[];
    voices: readonly string[];
    goal: Omit<GoalInput, 'voice'>;
  },
): Promise<void> {
  stage.on(one.daysAgo, 11);
  const goalId = await stage.as(one.proposedBy, (ctx) =>
    proposeGoal(ctx, { ...one.goal, voice: one.voices.map((key) => recall(memory, key)) }),
  );
  memory.set(one.key, goalId);
  for (const [at, who] of one.endorsedBy.entries()) {
    stage.on(one.daysAgo - 1 - at, 14);
    await stage.as(who, (ctx) => endorseGoal(ctx, { goalId }));
  }
}

async function measure(
  stage: Stage,
  memory: Memory,
  goal: string,
  keeper: string,
  values: Values,
): Promise<void> {
  const { indicator } = await stage.as(keeper, (ctx) => readGoal(ctx, recall(memory, goal)));
  if (!indicator) throw new Error(`${goal} has no indicator.`);
  for (const [daysAgo, value] of values) {
    stage.on(daysAgo, 17);
    await stage.as(keeper, (ctx) =>
      enterValues(ctx, indicator.id, [{ measuredOn: stage.day(daysAgo), value, note: '' }]),
    );
  }
}

import { addAction, closeAction } from '../../act/action/server.ts';
import {
  closeDecision,
  type DraftInput,
  draftDecision,
  giveStance,
  openDecision,
  recordDissent,
  resolveConcern,
  revealStances,
  reviewDecision,
} from '../../act/decision/server.ts';
import type { Memory } from './memory.ts';
import { recall } from './memory.ts';
import type { Stage } from './stage.ts';

interface Stance {
  who: string;
  value: string;
  reason?: string;
  wouldResolve?: string;
}

interface Decided {
  key: string;
  daysAgo: number;
  by: string;
  team: string;
  from: string;
  input: Omit<DraftInput, 'teamId' | 'fromId' | 'closesAt' | 'reviewOn'>;
  openDays: number;
  reviewDaysAgo: number;
  stances: readonly Stance[];
  resolved?: { who: string; resolution: string };
  dissent?: { who: string; text: string };
  outcomeNote: string;
  reviewNote?: string;
}

const past: readonly Decided[] = [
  {
    key: 'messages',
    daysAgo: 341,
    by: 'tran',
    team: 'committee',
    from: 'committee meeting 342',
    input: {
      title: 'Do we text families before 9:30, in their own language?',
      background:
        'Absences are followed up by post, in English, after the third day. Families told us that they hear too late and cannot read it.',
      proposal:
        'From next month every school texts the family before 9:30 on the first day of an absence, in the language the family chose. Somebody who knows the child answers replies.',
      domain: 'student-support',
      authority: 'shared',
      level: 'joint-consensus',
      scale: 'fist-to-five',
      line: '3',
      fallback: 'Lincoln and Cedar Grove try it for eight weeks, and we decide again.',
      visibleTo: 'public',
    },
    openDays: 7,
    reviewDaysAgo: 200,
    stances: [
      { who: 'tran', value: '5' },
      { who: 'kowalski', value: '4' },
      { who: 'reyes', value: '3' },
      { who: 'delgado', value: '5' },
      { who: 'osei', value: '4' },
      {
        who: 'murphy',
        value: '2',
        reason: 'Secretaries already have the door, the phone and the nurse between 8 and 9:30.',
        wouldResolve: 'Fifteen paid minutes for it, agreed with our association.',
      },
      { who: 'flores', value: '5' },
      { who: 'romero', value: '4' },
    ],
    resolved: {
      who: 'murphy',
      resolution:
        'Fifteen minutes before the door opens are paid time from next month. Yolanda Greene and Peter Walsh have agreed on it.',
    },
    dissent: {
      who: 'reyes',
      text: 'I go along. I still think that middle school families will stop reading after a few weeks, and I would like us to look at that honestly.',
    },
    outcomeNote: 'All five sides agree. Schools start on the first Monday of the month.',
    reviewNote:
      'It worked in the four elementary schools. At Harbor half of the families answer, at the high school hardly any. Carla Reyes was right to ask us to look.',
  },
  {
    key: 'release',
    daysAgo: 327,
    by: 'okafor',
    team: 'dlt',
    from: 'dlt meeting 329',
    input: {
      title: 'Do we recommend 40 half days of release time to the board?',
      background: 'People on committees give their evenings. Not everybody can.',
      proposal:
        'We recommend that the board puts 40 half days of release time for committee members into the budget.',
      domain: 'budget',
      authority: 'board',
      level: 'recommend',
      scale: 'fist-to-five',
      line: '3',
      fallback: 'Committees meet at 3:30 and end by 4:45.',
      visibleTo: 'partnership',
    },
    openDays: 10,
    reviewDaysAgo: 100,
    stances: [
      'okafor',
      'ortega',
      'hughes',
      'moore',
      'greene',
      'jackson',
      'rivera',
      'abdi',
      'kim',
    ].map((who, at) => ({ who, value: at % 3 === 0 ? '4' : '5' })),
    outcomeNote: 'The recommendation goes to the board’s meeting in March.',
    reviewNote: 'The board agreed. Three months late, but the half days are used.',
  },
  {
    key: 'who-calls',
    daysAgo: 228,
    by: 'kowalski',
    team: 'committee',
    from: 'committee meeting 230',
    input: {
      title: 'Who calls a family after the third absence?',
      background: 'Every school does it differently.',
      proposal:
        'The grown-up who knows the child best calls, whoever that is. The school notes who it was.',
      domain: 'student-support',
      authority: 'shared',
      level: 'joint-consent',
      scale: 'consent',
      line: null,
      fallback: 'Each school decides for itself until we agree.',
      visibleTo: 'partnership',
    },
    openDays: 8,
    reviewDaysAgo: 60,
    stances: ['tran', 'kowalski', 'reyes', 'delgado', 'osei', 'murphy', 'flores', 'romero'].map(
      (who) => ({
        who,
        value: who === 'reyes' ? 'stand-aside' : 'consent',
      }),
    ),
    outcomeNote: 'Agreed, with Carla Reyes standing aside.',
  },
  {
    key: 'mentor-time',
    daysAgo: 62,
    by: 'adler',
    team: 'mentoring',
    from: 'mentors',
    input: {
      title: 'Does every mentor get a half day a month?',
      background: 'Mentors say that ten minutes in the corridor are not enough.',
      proposal:
        'Every mentor gets a half day a month to sit in on a new teacher’s lesson and talk about it.',
      domain: 'professional-learning',
      authority: 'shared',
      level: 'joint-consent',
      scale: 'consent',
      line: null,
      fallback:
        'The superintendent and the president bring a proposal of their own within a month.',
      visibleTo: 'partnership',
    },
    openDays: 9,
    reviewDaysAgo: -60,
    stances: [
      { who: 'brandt', value: 'consent' },
      { who: 'adler', value: 'consent' },
      {
        who: 'baptiste',
        value: 'object',
        reason:
          'At Rosa Parks we find no substitutes. A half day away means a class without a teacher.',
        wouldResolve: 'Two full-time substitutes for the four elementary schools.',
      },
      { who: 'wright', value: 'consent' },
      { who: 'larsen', value: 'consent' },
      { who: 'patel', value: 'consent' },
    ],
    outcomeNote: 'Marie Baptiste’s objection stands. It is about children, and we respect it.',
  },
];

/** Decisions that were taken, one that was not agreed, and one that is open now. */
export async function decideTogether(stage: Stage, memory: Memory): Promise<void> {
  for (const decided of past) await decide(stage, memory, decided);
  await followUp(stage, memory);
  await openNow(stage, memory);
}

async function decide(stage: Stage, memory: Memory, one: Decided): Promise<void> {
  const id = await draftAndOpen(stage, memory, one);
  for (const [at, stance] of one.stances.entries()) {
    stage.on(one.daysAgo - 1 - Math.min(at, one.openDays - 2), 12);
    await stage.as(stance.who, (ctx) =>
      giveStance(ctx, id, {
        value: stance.value,
        reason: stance.reason ?? '',
        wouldResolve: stance.wouldResolve ?? '',
      }),
    );
  }
  stage.on(one.daysAgo - one.openDays - 1, 9);
  await stage.as(one.by, (ctx) => revealStances(ctx, id));
  const { resolved, dissent, reviewNote } = one;
  if (resolved) {
    stage.on(one.daysAgo - one.openDays - 5, 9);
    await stage.as(resolved.who, (ctx) => resolveConcern(ctx, id, resolved));
  }
  stage.on(one.daysAgo - one.openDays - 6, 15);
  await stage.as(one.by, (ctx) => closeDecision(ctx, id, { outcomeNote: one.outcomeNote }));
  if (dissent)
    await stage.as(dissent.who, (ctx) => recordDissent(ctx, id, { dissent: dissent.text }));
  if (reviewNote) {
    stage.on(one.reviewDaysAgo, 15);
    await stage.as(one.by, (ctx) => reviewDecision(ctx, id, { reviewNote }));
  }
}

async function draftAndOpen(
  stage: Stage,
  memory: Memory,
  one: Pick<
    Decided,
    'key' | 'daysAgo' | 'by' | 'team' | 'from' | 'input' | 'openDays' | 'reviewDaysAgo'
  >,
): Promise<string> {
  stage.on(one.daysAgo, 10);
  const closesAt = new Date(stage.clock.now().getTime() + one.openDays * 86_400_000);
  const id = await stage.as(one.by, (ctx) =>
    draftDecision(ctx, {
      ...one.input,
      teamId: recall(memory, one.team),
      fromId: recall(memory, one.from),
      closesAt,
      reviewOn: stage.day(one.reviewDaysAgo),
    }),
  );
  memory.set(one.key, id);
  await stage.as(one.by, (ctx) => openDecision(ctx, id));
  return id;
}

/** What the first decision led to. */
async function followUp(stage: Stage, memory: Memory): Promise<void> {
  stage.on(325, 10);
  const actions = [
    [
      'Collect every family’s language, and whom to text',
      'tran',
      305,
      'All six schools; 97 in 100 families.',
    ],
    [
      'Show secretaries and drivers how the messages work',
      'kowalski',
      300,
      'Two short afternoons, at Lincoln and at Harbor.',
    ],
  ] as const;
  for (const [title, owner, doneDaysAgo, note] of actions) {
    stage.on(325, 10);
    const actionId = await stage.as('tran', (ctx) =>
      addAction(ctx, {
        title,
        ownerSeat: stage.seat(owner).seatId,
        dueOn: stage.day(300),
        details: '',
        fromId: recall(memory, 'messages'),
        teamId: recall(memory, 'committee'),
      }),
    );
    stage.on(doneDaysAgo, 16);
    await stage.as(owner, (ctx) => closeAction(ctx, { actionId, as: 'done', note }));
  }
}

async function openNow(stage: Stage, memory: Memory): Promise<void> {
  const id = await draftAndOpen(stage, memory, {
    key: 'mornings',
    daysAgo: 12,
    by: 'okafor',
    team: 'dlt',
    from: 'dlt meeting 21',
    openDays: 15,
    reviewDaysAgo: -150,
    input: {
      title: 'Do we open four gyms at 7, with breakfast?',
      background:
        'On an average day 61 children stand outside our schools before 7:30. Parents start work at 7. The attendance committee counted, and asked families, custodians and the cafeteria.',
      proposal:
        'From January the four elementary schools open their gym at 7 with breakfast. Two paid adults each, who sign up; nobody has to. Lincoln begins.',
      domain: 'student-support',
      authority: 'shared',
      level: 'joint-consensus',
      scale: 'fist-to-five',
      line: '3',
      fallback: 'Lincoln tries it for eight weeks, and we decide again with what we learned.',
      visibleTo: 'partnership',
    },
  });
  const spoken: readonly Stance[] = [
    { who: 'hughes', value: '5', reason: 'Lincoln is ready.' },
    { who: 'moore', value: '3', reason: 'Yes, as long as it stays voluntary.' },
    { who: 'rivera', value: '5' },
    { who: 'kim', value: '4' },
  ];
  for (const [at, stance] of spoken.entries()) {
    stage.on(9 - at, 18);
    await stage.as(stance.who, (ctx) =>
      giveStance(ctx, id, { value: stance.value, reason: stance.reason ?? '', wouldResolve: '' }),
    );
  }
}

import { addAction, closeAction } from '../../act/action/server.ts';
import {
  approveMinutes,
  bringItems,
  noteAttendance,
  offerMinutes,
  planAhead,
  readAgenda,
  startSeries,
} from '../../act/meeting/server.ts';
import { formTeam, nameToTeam, readTeamSeats } from '../../act/team/server.ts';
import type { Memory } from './memory.ts';
import { recall } from './memory.ts';
import type { Stage } from './stage.ts';

interface DemoTeam {
  key: string;
  daysAgo: number;
  formedBy: string;
  chairs: readonly [string, string];
  /** Who names whom. */
  members: readonly (readonly [by: string, who: string])[];
  goal?: string;
  parent?: string;
  charter: Parameters<typeof formTeam>[1];
}

function teams(stage: Stage): DemoTeam[] {
  const base = { visibleTo: 'partnership' as const, sunsetOn: null, coChairSeatIds: [] };
  return [
    {
      key: 'dlt',
      daysAgo: 405,
      formedBy: 'okafor',
      chairs: ['okafor', 'ortega'],
      members: [
        ['okafor', 'hughes'],
        ['ortega', 'moore'],
        ['greene', 'greene'],
        ['jackson', 'jackson'],
        ['rivera', 'rivera'],
        ['abdi', 'abdi'],
        ['kim', 'kim'],
      ],
      charter: {
        ...base,
        sort: 'district-leadership',
        title: 'District Leadership Team',
        purpose:
          'Keep the partnership’s goals in sight and clear the way for those who work on them.',
        inScope: 'Shared goals, teams, time and money for collaboration, what the schools tell us.',
        outOfScope: 'Grievances, negotiations, single employees or students.',
        norms:
          'One voice at a time.\nWe come having read.\nThe side that does not chair takes the minutes.\nPhones stay in the bag.',
        decisionRule: 'fist-to-five',
      },
    },
    {
      key: 'committee',
      daysAgo: 402,
      formedBy: 'okafor',
      chairs: ['tran', 'kowalski'],
      goal: 'attendance',
      parent: 'dlt',
      members: [
        ['okafor', 'reyes'],
        ['ortega', 'delgado'],
        ['ortega', 'osei'],
        ['greene', 'murphy'],
        ['rivera', 'flores'],
        ['abdi', 'romero'],
      ],
      charter: {
        ...base,
        sort: 'working-committee',
        title: 'Attendance Committee',
        purpose: 'Find out why children miss school, and change what we can change.',
        inScope: 'Buses, calls home, mornings, follow-up after absences.',
        outOfScope: 'Truancy law, discipline of single students.',
        norms:
          'We start with one story of a child, without the name.\nNobody is to blame in this room.',
        decisionRule: 'fist-to-five',
        sunsetOn: stage.day(-200),
      },
    },
    {
      key: 'mentoring',
      daysAgo: 390,
      formedBy: 'brandt',
      chairs: ['brandt', 'adler'],
      goal: 'mentors',
      parent: 'dlt',
      members: [
        ['brandt', 'baptiste'],
        ['adler', 'wright'],
        ['adler', 'larsen'],
        ['lindqvist', 'patel'],
      ],
      charter: {
        ...base,
        sort: 'learning-community',
        title: 'Mentoring Circle',
        purpose: 'Give every new teacher somebody to ask.',
        inScope: 'Mentors, release time, the first year.',
        outOfScope: 'Evaluation.',
        norms: 'What a new teacher says here stays here.',
        decisionRule: 'consent',
      },
    },
    {
      key: 'lincoln-team',
      daysAgo: 380,
      formedBy: 'hughes',
      chairs: ['hughes', 'kowalski'],
      parent: 'dlt',
      members: [],
      charter: {
        ...base,
        sort: 'school-leadership',
        title: 'Lincoln School Leadership Team',
        purpose: 'Run Lincoln’s part of the goals together.',
        inScope: 'Schedule, family evenings, use of the building.',
        outOfScope: 'Contract and personnel.',
        norms: 'We end on time.',
        decisionRule: 'consent',
      },
    },
  ];
}

/** As many places as each organization names people, and one that is still empty. */
function placesFor(stage: Stage, { chairs, members }: DemoTeam): Record<string, number> {
  const places: Record<string, number> = {};
  for (const key of [...chairs, ...members.map(([, who]) => who), chairs[0]]) {
    const { organizationId } = stage.seat(key);
    places[organizationId] = (places[organizationId] ?? 0) + 1;
  }
  return places;
}

/** A leadership team, a committee for attendance, a circle for new teachers, a school's own team. */
export async function formTeams(stage: Stage, memory: Memory): Promise<void> {
  for (const team of teams(stage)) {
    stage.on(team.daysAgo, 10);
    const former = team.key === 'lincoln-team' ? 'okafor' : team.formedBy;
    const teamId = await stage.as(former, (ctx) =>
      formTeam(ctx, {
        ...team.charter,
        places: placesFor(stage, team),
        coChairSeatIds: team.chairs.map((key) => stage.seat(key).seatId),
        goalId: team.goal ? recall(memory, team.goal) : undefined,
        parentTeamId: team.parent ? recall(memory, team.parent) : undefined,
      }),
    );
    memory.set(team.key, teamId);
    for (const [by, who] of team.members) {
      await stage.as(by, (ctx) =>
        nameToTeam(ctx, { teamId, seatId: stage.seat(who).seatId, role: 'member' }),
      );
    }
  }
}

interface Held {
  daysAgo: number;
  items: readonly string[];
  minutes: string;
  /** What is not finished moves on. */
  carried?: string;
  absent?: readonly string[];
}

const leadershipMeetings: readonly Held[] = [
  {
    daysAgo: 385,
    items: ['How we work', 'First look at the attendance numbers'],
    minutes:
      'We read the norms aloud and kept them. Kim Tran showed the attendance numbers by school. Everybody was struck that the bus routes explain so much. The attendance committee begins.',
  },
  {
    daysAgo: 329,
    items: ['Report of the attendance committee', 'Time for teachers on committees'],
    minutes:
      'The committee reported on routes and calls home. The board will put 40 half days of release time into the budget for people on committees.',
    carried: 'Time for teachers on committees',
    absent: ['jackson'],
  },
  {
    daysAgo: 273,
    items: ['Release time', 'Winter: what changed'],
    minutes: 'Release time is in the budget. Attendance moved for the first time: 22.6 in 100.',
  },
  {
    daysAgo: 161,
    items: ['Looking back at the first cycle'],
    minutes:
      'We went through the goals one by one and asked what helped. The review is written by Kim Tran and Anna Kowalski.',
    absent: ['abdi'],
  },
  {
    daysAgo: 77,
    items: ['Second cycle: where to begin', 'Mornings before the bell'],
    minutes: 'New teachers stay first. Mornings before the bell goes to the attendance committee.',
    carried: 'Mornings before the bell',
  },
  {
    daysAgo: 21,
    items: ['Mornings before the bell', 'Half-year numbers'],
    minutes:
      'The committee brings a decision on early mornings. Half-year numbers are good; Lincoln asks for a second bilingual person at the front desk.',
  },
];

const committeeMeetings: readonly Held[] = [
  {
    daysAgo: 370,
    items: ['Why children miss school: what families say', 'Route 4'],
    minutes:
      'Sean Murphy rode along on route 4. The light at Mill Street costs eight minutes. Miguel Flores read five voices aloud, three of them in Spanish.',
  },
  {
    daysAgo: 342,
    items: ['A message before 9:30, in the family’s language'],
    minutes:
      'We looked at what other places do. We ask ourselves in a decision whether we text families before 9:30 in their own language.',
  },
  {
    daysAgo: 314,
    items: ['First weeks of the messages', 'Follow-up after the third absence'],
    minutes:
      'Two schools started. Families answer. One way of following up for all schools is drafted.',
    carried: 'Follow-up after the third absence',
  },
  {
    daysAgo: 230,
    items: ['Follow-up after the third absence'],
    minutes: 'Agreed: the person who knows the child best calls, not an office.',
  },
  {
    daysAgo: 34,
    items: ['Early mornings: a gym, breakfast, two adults'],
    minutes:
      'Numbers of children who arrive before 7:30: 61 on an average day. We prepare a decision.',
  },
];

/** Two standing meetings, a year of them held, with minutes that both sides approved. */
export async function meetRegularly(stage: Stage, memory: Memory): Promise<void> {
  await standing(stage, memory, {
    team: 'dlt',
    chair: 'okafor',
    writer: 'ortega',
    approvers: ['ortega', 'okafor'],
    title: 'District Leadership Team',
    everyWeeks: 4,
    firstDaysAgo: 385,
    held: leadershipMeetings,
    place: 'Administration building, room 2',
  });
  await standing(stage, memory, {
    team: 'committee',
    chair: 'tran',
    writer: 'kowalski',
    approvers: ['kowalski', 'tran'],
    title: 'Attendance Committee',
    everyWeeks: 4,
    firstDaysAgo: 370,
    held: committeeMeetings,
    place: 'Lincoln Elementary, library',
  });
  stage.on(300, 17);
  const route = await stage.as('tran', (ctx) =>
    addAction(ctx, {
      title: 'Start route 4 ten minutes earlier',
      ownerSeat: stage.seat('murphy').seatId,
      dueOn: stage.day(290),
      details: 'With the drivers’ agreement; tell families a week before.',
      fromId: recall(memory, 'committee meeting 314'),
      teamId: recall(memory, 'committee'),
    }),
  );
  stage.on(291);
  await stage.as('murphy', (ctx) =>
    closeAction(ctx, {
      actionId: route,
      as: 'done',
      note: 'Since Monday. Late on 3 of 20 mornings instead of 15.',
    }),
  );
}

async function standing(
  stage: Stage,
  memory: Memory,
  plan: {
    team: 'dlt' | 'committee';
    chair: string;
    writer: string;
    approvers: readonly string[];
    title: string;
    everyWeeks: number;
    firstDaysAgo: number;
    held: readonly Held[];
    place: string;
  },
): Promise<void> {
  const teamId = recall(memory, plan.team);
  stage.on(plan.firstDaysAgo + 12);
  const seriesId = await stage.as(plan.chair, (ctx) =>
    startSeries(ctx, {
      teamId,
      title: plan.title,
      day: stage.day(plan.firstDaysAgo + toWednesday(stage)),
      time: '15:30',
      durationMinutes: 75,
      place: plan.place,
      quorumEachSide: 1,
      audience: 'partnership',
      everyWeeks: plan.everyWeeks,
    }),
  );
  for (let daysAgo = plan.firstDaysAgo; daysAgo > 6; daysAgo -= plan.everyWeeks * 7) {
    const held = plan.held.find((one) => one.daysAgo === daysAgo) ?? ordinary(daysAgo);
    await hold(stage, memory, { ...plan, teamId, seriesId }, held);
  }
  stage.on(0);
  await stage.as(plan.chair, (ctx) => planAhead(ctx, seriesId));
}

/** Days to add so that meetings, counted in whole weeks from today, fall on a Wednesday. */
function toWednesday(stage: Stage): number {
  return (new Date(stage.day(0)).getUTCDay() + 4) % 7;
}

const ordinaryMinutes = [
  'We went through what was open. Two things are done, one needs another week.',
  'A short meeting: numbers, open actions, one story from a school. Nothing to decide.',
  'Reports from the schools. The board’s calendar for spring was shared.',
  'We looked at what came in as voices and who answers. All have somebody.',
];

/** A meeting of the usual kind, between those that the story tells of. */
function ordinary(daysAgo: number): Held {
  return {
    daysAgo,
    items: ['What is open', 'What we hear from the schools'],
    minutes: ordinaryMinutes[daysAgo % ordinaryMinutes.length] ?? '',
  };
}

async function hold(
  stage: Stage,
  memory: Memory,
  plan: {
    team: string;
    teamId: string;
    seriesId: string;
    chair: string;
    writer: string;
    approvers: readonly string[];
  },
  held: Held,
): Promise<void> {
  const daysAgo = held.daysAgo + toWednesday(stage);
  stage.on(daysAgo + 5);
  await stage.as(plan.chair, (ctx) => planAhead(ctx, plan.seriesId));
  const day = stage.day(daysAgo);
  const meetingId = await stage.as(plan.chair, async (ctx) => {
    const { id } = await ctx.db
      .selectFrom('meeting')
      .select('id')
      .where('seriesId', '=', plan.seriesId)
      .where('startsAt', '>=', new Date(`${day}T00:00:00Z`))
      .orderBy('startsAt')
      .executeTakeFirstOrThrow();
    for (const title of held.items) await bringItems(ctx, { meetingId: id, title });
    return id;
  });
  memory.set(`${plan.team} meeting ${held.daysAgo}`, meetingId);
  stage.on(daysAgo, 18);
  await stage.as(plan.writer, async (ctx) => {
    const members = await readTeamSeats(ctx, plan.teamId);
    const absent = new Set((held.absent ?? []).map((key) => stage.seat(key).seatId));
    await noteAttendance(ctx, {
      meetingId,
      presences: Object.fromEntries(
        members.map(({ id }) => [id, absent.has(id) ? ('absent' as const) : ('present' as const)]),
      ),
    });
    const agenda = await readAgenda(ctx, meetingId);
    await offerMinutes(ctx, {
      meetingId,
      minutes: held.minutes,
      items: Object.fromEntries(
        agenda.map((item) => [
          item.id,
          { outcome: item.title === held.carried ? 'open' : 'done', note: '' } as const,
        ]),
      ),
    });
  });
  // The newest minutes still wait for one side.
  const approvers = held.daysAgo < 30 ? plan.approvers.slice(0, 1) : plan.approvers;
  for (const who of approvers) {
    stage.on(daysAgo - 2, 9);
    await stage.as(who, (ctx) => approveMinutes(ctx, { meetingId, version: 1 }));
  }
}

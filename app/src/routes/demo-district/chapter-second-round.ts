import { addAction } from '../../act/action/server.ts';
import { openNextCycle, readUnfinished } from '../../partnership/cycle/server.ts';
import { proposeGoal } from '../../prepare/goal/server.ts';
import { say, speakByLink } from './chapter-listen.ts';
import type { Memory } from './memory.ts';
import { recall } from './memory.ts';
import type { Stage } from './stage.ts';

/** The second cycle, in the middle of which a visitor arrives. */
export async function secondRound(stage: Stage, memory: Memory): Promise<void> {
  stage.on(125, 9);
  await stage.as('okafor', async (ctx) =>
    openNextCycle(ctx, {
      name: 'Second cycle',
      startsOn: stage.day(125),
      actOn: stage.day(70),
      reflectOn: stage.day(-130),
      endsOn: stage.day(-220),
      carried: (await readUnfinished(ctx)).map((record) => record.id),
    }),
  );
  await say(stage, memory, {
    key: 'gym',
    who: 'nguyen',
    daysAgo: 40,
    sort: 'idea',
    named: true,
    asks: 'okafor',
    body: 'Open the gym at 7 with breakfast. Sixty children stand outside our schools every morning, also in January.',
    answer: {
      who: 'okafor',
      daysAgo: 35,
      text: 'The attendance committee counted 61. It brings a decision this month; you will find it linked here.',
    },
  });
  await say(stage, memory, {
    key: 'front-desk',
    who: 'castillo',
    daysAgo: 9,
    sort: 'concern',
    named: true,
    locale: 'es',
    asks: 'okafor',
    body: 'En Rosa Parks hay una sola persona que habla español en la oficina. Cuando ella falta, las familias se van sin respuesta.',
  });
  await say(stage, memory, {
    key: 'planning',
    who: 'haddad',
    daysAgo: 6,
    sort: 'question',
    asks: 'ortega',
    body: 'Will the common planning time on Wednesdays stay next year? Our science team only works because of it.',
  });
  await say(stage, memory, {
    key: 'phones',
    who: 'diaz',
    daysAgo: 4,
    sort: 'idea',
    named: true,
    visibility: 'public',
    asks: 'stone',
    body: 'Ask students before the phone rule changes. We have ideas that teachers could live with.',
  });
  await say(stage, memory, {
    key: 'tutors',
    who: 'webb',
    daysAgo: 16,
    sort: 'idea',
    named: true,
    asks: 'brandt',
    body: 'Our hall stands empty on weekday afternoons. Thirty children could do homework there, with tutors from the university.',
  });
  // Held, because of the number in it, until one of the leads has read it.
  await speakByLink(stage, memory, {
    daysAgo: 2,
    sort: 'question',
    locale: 'en',
    body: 'Whom do I call when the bus does not come? I can talk after four: 555-010-4477.',
  });
  stage.on(5, 10);
  await stage.as('rivera', (ctx) =>
    proposeGoal(ctx, {
      title: 'Every family can talk to its school in its own language',
      howMuch: 'from 58 to 85 in 100 families who say so',
      forWhom: 'families who speak another language at home',
      byWhen: stage.day(-210),
      why: 'It came up in every school we listened to, and it is within our reach.',
      visibility: 'partnership',
      voice: [recall(memory, 'front-desk'), recall(memory, 'calls')],
      indicatorName: 'Families who can talk to the school in their language',
      unit: '%',
      wanted: 'up',
      baseline: '58',
      baselineOn: stage.day(30),
      target: '85',
      source: 'Short survey at parent evenings',
      keeperSeat: stage.seat('rivera').seatId,
    }),
  );
  stage.on(20, 12);
  const todo = [
    ['Ask Valley State for tutors on Tuesdays', 'okafor', 3],
    ['Bring the mentors’ hours for this half-year', 'ortega', 5],
    ['Count who arrives before 7:30 at each school', 'greene', -2],
    ['Invite two families to the leadership team’s next meeting', 'rivera', -6],
  ] as const;
  for (const [title, owner, dueInDaysAgo] of todo) {
    await stage.as('okafor', (ctx) =>
      addAction(ctx, {
        title,
        ownerSeat: stage.seat(owner).seatId,
        dueOn: stage.day(dueInDaysAgo > 0 ? -dueInDaysAgo : dueInDaysAgo),
        details: '',
        fromId: recall(memory, 'dlt meeting 21'),
        teamId: recall(memory, 'dlt'),
      }),
    );
  }
  stage.on(0, 8);
}

import { enterLink } from '../../partnership/access/server.ts';
import { createLink, leaveVoice } from '../../prepare/listening/server.ts';
import type { VoiceSort } from '../../prepare/voice/index.ts';
import { answerVoice, raiseVoice } from '../../prepare/voice/server.ts';
import type { Memory } from './memory.ts';
import { recall } from './memory.ts';
import type { Stage } from './stage.ts';

interface Said {
  key: string;
  who: string;
  daysAgo: number;
  sort: VoiceSort;
  body: string;
  asks: string;
  named?: boolean;
  visibility?: 'public' | 'caucus';
  locale?: 'es';
  answer?: { who: string; daysAgo: number; text: string };
}

const first: readonly Said[] = [
  {
    key: 'mondays',
    who: 'lopez',
    daysAgo: 428,
    sort: 'concern',
    named: true,
    asks: 'tran',
    body: 'Too many of my second graders miss Mondays and Fridays. By the time they are back, the class has moved on, and I cannot catch everybody up alone.',
    answer: {
      who: 'tran',
      daysAgo: 425,
      text: 'You are right, and it is not only your class: 24 in 100 students missed a tenth of the year. We are bringing this to the table as a goal, and we would like you on the committee.',
    },
  },
  {
    key: 'late-bus',
    who: 'murphy',
    daysAgo: 426,
    sort: 'idea',
    named: true,
    asks: 'tran',
    body: 'Let drivers text the school when a route runs late. Today the children are marked tardy, and their parents hear it from a machine.',
    answer: {
      who: 'tran',
      daysAgo: 422,
      text: 'Good and cheap. We will try it on three routes this fall.',
    },
  },
  {
    key: 'counsel',
    who: 'osei',
    daysAgo: 424,
    sort: 'question',
    asks: 'brandt',
    body: 'Who calls a family after the third absence? At Harbor it is the secretary, at the high school nobody knows.',
    answer: {
      who: 'brandt',
      daysAgo: 420,
      text: 'Until now each school did it its own way. The attendance committee will propose one way for all.',
    },
  },
  {
    key: 'new-teachers',
    who: 'adler',
    daysAgo: 421,
    sort: 'concern',
    named: true,
    asks: 'brandt',
    body: 'We lose one new teacher in five before the third year, and in our two highest-poverty schools it is one in three.',
    answer: {
      who: 'brandt',
      daysAgo: 416,
      text: 'The numbers agree with you. We do not have an answer yet; we want to look for one together.',
    },
  },
  {
    key: 'thanks',
    who: 'nguyen',
    daysAgo: 419,
    sort: 'praise',
    named: true,
    visibility: 'public',
    asks: 'hughes',
    body: 'Ms. Ivanova at the front desk of Lincoln knows every child by name. My daughter goes to school happier because of her.',
    answer: {
      who: 'hughes',
      daysAgo: 418,
      text: 'I read this to her in front of everybody. Thank you.',
    },
  },
];

interface SaidByGuest {
  daysAgo: number;
  body: string;
  locale: 'en' | 'es';
  sort: VoiceSort;
}

const guests: readonly (SaidByGuest & { key: string })[] = [
  {
    key: 'route-four',
    daysAgo: 423,
    sort: 'concern',
    locale: 'es',
    body: 'El autobús de la ruta 4 llega tarde casi todas las mañanas. Mi hijo pierde la primera hora y después no entiende la tarea.',
  },
  {
    key: 'calls',
    daysAgo: 420,
    sort: 'concern',
    locale: 'es',
    body: 'Cuando mi niña está enferma, la llamada de la escuela es en inglés. No sé qué me preguntan.',
  },
  {
    key: 'morning',
    daysAgo: 417,
    sort: 'idea',
    locale: 'en',
    body: 'Open the gym at 7 for breakfast and homework. I start work at 7 and my boys walk around until the bell.',
  },
];

/** A listening link at the school doors, and what people said. */
export async function listen(stage: Stage, memory: Memory): Promise<void> {
  stage.on(432);
  const link = await stage.as('rivera', (ctx) =>
    createLink(ctx, {
      title: 'What should our schools look at first? · ¿En qué deben fijarse primero?',
      prompt:
        'Say it in your own words. Somebody will answer you. · Dígalo con sus palabras. Alguien le responderá.',
      answerSeat: stage.seat('tran').seatId,
      answerDays: 7,
      opensOn: stage.day(432),
      closesOn: stage.day(-60),
    }),
  );
  memory.set('link', link);
  for (const said of first) await say(stage, memory, said);
  for (const guest of guests) await sayAsGuest(stage, memory, guest);
  stage.on(414);
  const answers: Record<string, string> = {
    'route-four':
      'Gracias. Medimos la ruta 4: llegó tarde 31 de 40 mañanas. Los conductores ya avisan por mensaje y la ruta sale diez minutos antes. Queda como parte de nuestra meta de asistencia.',
    morning:
      'We hear this from many families. We do not have the adults for it this year; the idea stays on our list for the next cycle.',
    calls:
      'Tiene razón. Desde octubre los mensajes salen en el idioma que la familia eligió, y en la oficina hay alguien que habla español todas las mañanas.',
  };
  for (const [key, answer] of Object.entries(answers)) {
    await stage.as('tran', (ctx) => answerVoice(ctx, { voiceId: recall(memory, key), answer }));
  }
}

export async function say(stage: Stage, memory: Memory, said: Said): Promise<void> {
  stage.on(said.daysAgo, 9);
  const id = await stage.as(said.who, (ctx) =>
    raiseVoice(ctx, {
      sort: said.sort,
      body: said.body,
      locale: said.locale ?? 'en',
      visibility: said.visibility ?? 'partnership',
      named: said.named ?? false,
      answerSeat: stage.seat(said.asks).seatId,
      answerDays: 7,
    }),
  );
  memory.set(said.key, id);
  const { answer } = said;
  if (!answer) return;
  stage.on(answer.daysAgo, 16);
  await stage.as(answer.who, (ctx) => answerVoice(ctx, { voiceId: id, answer: answer.text }));
}

async function sayAsGuest(
  stage: Stage,
  memory: Memory,
  guest: (typeof guests)[number],
): Promise<void> {
  await speakByLink(stage, memory, guest);
  const { id } = await stage.as('rivera', (ctx) =>
    ctx.db
      .selectFrom('voice')
      .select('id')
      .where('body', '=', guest.body)
      .executeTakeFirstOrThrow(),
  );
  memory.set(guest.key, id);
}

/** Somebody without an account speaks through the listening link. */
export async function speakByLink(stage: Stage, memory: Memory, guest: SaidByGuest): Promise<void> {
  stage.on(guest.daysAgo, 19);
  const { token } = await stage.as('rivera', (ctx) =>
    ctx.db
      .selectFrom('listeningLink')
      .select('token')
      .where('id', '=', recall(memory, 'link'))
      .executeTakeFirstOrThrow(),
  );
  await stage.asNobody(async (ctx) => {
    const actor = await enterLink(ctx.db, token, ctx.clock.now());
    if (!actor) throw new Error('The demo’s listening link is closed.');
    await leaveVoice(
      { ...ctx, actor },
      { sort: guest.sort, constituency: 'families', body: guest.body, locale: guest.locale },
    );
  });
}

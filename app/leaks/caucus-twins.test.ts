import type { Hono } from 'hono';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { caucusKeyOf } from '../src/partnership/caucus/index.ts';
import { playCaucus } from '../src/partnership/caucus/server.ts';
import { inviteToSeat } from '../src/partnership/invitation/server.ts';
import { seededRandom } from '../src/platform/random.ts';
import { answerVoice, raiseVoice } from '../src/prepare/voice/server.ts';
import { createApp } from '../src/routes/app.ts';
import { testServices } from '../src/routes/testing/test-services.ts';
import { ask } from './answers.ts';
import type { Matrix } from './database-matrix.ts';
import { buildMatrix } from './matrix.ts';
import type { LeakActor } from './may-see.ts';
import { addressesOf } from './requests.ts';
import { together } from './together.ts';

/**
 * Two worlds that differ only in what happened inside a caucus are one and the same to everybody
 * outside it: byte for byte, on every page, export and feed, with no exception for anything random.
 */
let quiet: Matrix;
let busy: Matrix;
beforeAll(async () => {
  quiet = await buildMatrix();
  busy = await buildMatrix();
  await talkInTheCaucus(busy);
  for (const { world } of [quiet, busy]) await goOn(world);
});
afterAll(async () => {
  await quiet.world.close();
  await busy.world.close();
});

const organizationOf = ({ world }: Matrix) => world.seat('president').organizationId;

/** Everything that happens around the keys and the texts of a space of one's own. */
async function liveInTheCaucus({ world }: Matrix): Promise<void> {
  const { raw, generation } = world.caucusKeys.get('president')!;
  const settings = { passphrase: 'for the matrix alone', scryptWork: 1 };
  const caucus = playCaucus(world.as, settings, await caucusKeyOf(raw, generation));
  const threadId = await caucus.open('representative', {
    sort: 'discussion',
    title: 'Between us',
    body: 'Only us.',
  });
  await caucus.write('president', threadId, 'Among us.');
  await caucus.join('left the team', 'representative');
  await caucus.change('president');
  await caucus.open('left the team', { sort: 'draft', title: 'Our offer', body: 'Not yet.' });
}

async function talkInTheCaucus({ world }: Matrix): Promise<void> {
  world.random = seededRandom('the caucus', world.here.clock);
  const { seatId } = world.seat('president');
  const voiceId = await world.as('representative', async (ctx) => {
    const voice = {
      sort: 'concern',
      body: 'Something is wrong among us.',
      locale: 'en',
      visibility: 'caucus',
      answerSeat: seatId,
      answerDays: 3,
    } as const;
    await raiseVoice(ctx, { ...voice, named: false });
    return raiseVoice(ctx, { ...voice, named: true });
  });
  await liveInTheCaucus({ world, tables: [] });
  await world.as('president', (ctx) => answerVoice(ctx, { voiceId, answer: 'Among us.' }));
  await world.as('president', async (ctx) => {
    const invitation = { seatId, sort: 'alternate', name: 'A new friend' } as const;
    await inviteToSeat(ctx, { ...invitation, email: 'friend@test.example' });
  });
}

/** Afterwards the same thing happens in both, so that anything counted or chained would differ. */
async function goOn(world: Matrix['world']): Promise<void> {
  world.here.clock.set('2026-10-01T15:00:00Z');
  world.random = seededRandom('afterwards', world.here.clock);
  await world.as('superintendent', (ctx) =>
    raiseVoice(ctx, {
      sort: 'praise',
      body: 'The year goes on for everybody.',
      locale: 'en',
      visibility: 'partnership',
      named: true,
      answerSeat: world.seat('principal').seatId,
      answerDays: 3,
    }),
  );
}

test('what happens inside a caucus changes not one byte for anybody outside it', async () => {
  const apps = [quiet, busy].map(({ world }) => createApp(testServices(world.here)));
  const [before, after] = apps.map(({ hono }) => hono) as [Hono, Hono];
  const outside = (actor: LeakActor) =>
    actor.way.by === 'session' && actor.seat?.organizationId !== organizationOf(quiet);
  const differing: string[] = [];
  let answers = 0;
  await together(quiet.world.actors.filter(outside), async (actor) => {
    const slug = actor.way.by === 'session' ? actor.way.slug : '';
    for (const { method, path } of apps[0]!.routes.list) {
      // Lists, counts, exports and feeds; what has an id of its own is part of the matrix of pages.
      if (method !== 'GET' || /:(id|token)/.test(path)) continue;
      for (const address of addressesOf(quiet, path, slug)) {
        const twins = await Promise.all(
          [before, after].map((hono) => ask(hono, actor, address.path)),
        );
        answers += 1;
        if (JSON.stringify(twins[0]) !== JSON.stringify(twins[1]))
          differing.push(`${actor.key} at ${address.path}`);
      }
    }
  });
  expect(differing).toEqual([]);
  console.log(`${answers.toLocaleString('en')} pairs of answers from two worlds`);
});

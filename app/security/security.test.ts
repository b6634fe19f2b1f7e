import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildMatrix } from '../leaks/matrix.ts';
import { Tally } from '../leaks/tally.ts';
import { together } from '../leaks/together.ts';
import { createApp } from '../src/routes/app.ts';
import { testServices } from '../src/routes/testing/test-services.ts';
import { type AttackClass, actorCalled, slugOf, type Target } from './attack.ts';
import { attackOverTheWire } from './attack-over-the-wire.ts';
import { voiceOf } from './classes/injection.ts';
import { everyClass } from './every-class.ts';
import { hostileTexts } from './hostile-texts.ts';
import { textOf } from './markup.ts';
import { type Outcome, outcomeOf, tableOf } from './outcome.ts';
import { sendAttack } from './send-attack.ts';
import { staySignedIn, whoIsGone } from './stay-signed-in.ts';
import { changesSince } from './unchanged.ts';

let target: Target;
let letter = '';
beforeAll(async () => {
  const matrix = await buildMatrix();
  const sendMagicLink = async ({ token }: { token: string }) => {
    letter = token;
  };
  const services = testServices(matrix.world.here, { sendMagicLink });
  const sent = async () => {
    await services.signIn.settled();
    return letter;
  };
  target = { matrix, ...createApp(services), sentIds: new Set(), letter: sent };
});
afterAll(() => target.matrix.world.close());

async function attack({ name, ownChanges, attacks }: AttackClass): Promise<Outcome> {
  const tally = new Tally();
  const statuses: number[] = [];
  const senders = new Set<Parameters<typeof changesSince>[1][number]>();
  await together(attacks(target), async (one) => {
    const { status } = await sendAttack(target, one, tally);
    statuses.push(status);
    if (one.method === 'POST' && !one.path.startsWith('/p/')) await staySignedIn(target, one.actor);
    senders.add(one.reader ?? one.actor);
  });
  const changes = await changesSince(target, [...senders], ownChanges);
  return outcomeOf(name, statuses.length, statuses, [
    ...tally.failures,
    ...changes,
    ...(await whoIsGone(target)),
  ]);
}

test('no hostile request reads or changes what it should not', { timeout: 300_000 }, async () => {
  const outcomes: Outcome[] = [];
  for (const one of everyClass) outcomes.push(await attack(one));
  outcomes.push(...(await attackOverTheWire(target)));
  const changed = await changesSince(target, [], false);
  const requests = outcomes.reduce((sum, outcome) => sum + outcome.requests, 0);
  console.log(`${tableOf(outcomes)}\n${requests} requests`);
  const failed = outcomes.filter(({ failures }) => failures.length > 0);
  expect(failed.map(({ name, failures }) => ({ name, failures: failures.slice(0, 9) }))).toEqual(
    [],
  );
  expect(changed).toEqual([]);
  expect(outcomes.filter((outcome) => outcome.requests === 0)).toEqual([]);
  expect(requests).toBeGreaterThan(600);
  expect(({} as { zqh?: unknown }).zqh).toBeUndefined();
});

/** What nobody types and no page shows: marks that turn text around, what is no character at all. */
const unseen = /[\0\u202a-\u202e\u2066-\u2069]/g;
const asRead = (text: string) =>
  text.replace(unseen, '').toWellFormed().replace(/\s+/g, ' ').trim();

test('hostile text is kept as text and shown as text', async () => {
  const actor = actorCalled(target, 'board');
  const tally = new Tally();
  const missing: string[] = [];
  for (const [what, body] of Object.entries(hostileTexts)) {
    const path = `/p/${slugOf(actor)}/voices`;
    const raised = await target.hono.request(`http://concord.test${path}`, {
      method: 'POST',
      body: voiceOf(actor, body),
      headers: { cookie: 'concord.session_token=board.x', 'sec-fetch-site': 'same-origin' },
    });
    const to = raised.headers.get('location') ?? path;
    const { text } = await sendAttack(target, { actor, method: 'GET', path: to }, tally);
    if (!asRead(textOf(text)).includes(asRead(body))) missing.push(what);
  }
  expect(tally.failures).toEqual([]);
  expect(missing).toEqual([]);
});

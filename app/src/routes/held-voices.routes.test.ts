import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestPartnership, testPartnership } from '../partnership/testing/test-partnership.ts';
import {
  createLink,
  listHeldVoices,
  listLinks,
  type NewLink,
  releaseHeldVoice,
  setAsideHeldVoice,
} from '../prepare/listening/server.ts';
import { listVoices, readVoicesWaiting } from '../prepare/voice/server.ts';
import { createApp } from './app.ts';
import { type Guest, guestOf } from './testing/guest.ts';
import { testServices } from './testing/test-services.ts';

let here: TestPartnership;
let guest: Guest;
beforeAll(async () => {
  here = await testPartnership();
  guest = guestOf(createApp(testServices(here)).hono);
});
afterAll(() => here.close());

let devices = 0;
/** A voice that a rule held: its receipt and its id. */
async function hold(fields: Record<string, string> = {}, link: Partial<NewLink> = {}) {
  const linkId = await here.as('superintendent', (ctx) =>
    createLink(ctx, {
      title: 'How is the ride to school?',
      prompt: '',
      answerSeat: here.seats.principal.seatId,
      answerDays: 3,
      opensOn: '2026-10-01',
      closesOn: '2026-10-31',
      ...link,
    }),
  );
  const links = await here.as('superintendent', (ctx) => listLinks(ctx));
  const path = `/listen/${links.find(({ id }) => id === linkId)?.token}`;
  devices += 1;
  const sent = await guest.say(path, fields, { socket: `192.0.2.${devices}` });
  expect(sent.status).toBe(303);
  const held = await here.as('president', (ctx) => listHeldVoices(ctx));
  const id = held.find((one) => one.linkId === linkId)?.id ?? '';
  return { id, linkId, path, receipt: sent.headers.get('location')?.split('?')[0] ?? '' };
}

const textAt = async (path: string) => (await guest.get(path)).text();
const trailOf = async (id: string) => {
  const { rows } = await here.database.owner.query<{ action: string; seat_id: string | null }>(
    'select action, seat_id from audit_entry where record_id = $1 order by number',
    [id],
  );
  return rows;
};

describe('a held voice', () => {
  it('waits for no answer, and tells whoever said it why it waits', async () => {
    const { id, linkId, receipt } = await hold({ body: 'Write to me at bus@mail.example please.' });
    const waiting = await here.as('principal', (ctx) => readVoicesWaiting(ctx));
    expect(waiting).toEqual([]);
    expect((await here.as('board', (ctx) => listVoices(ctx, { linkId }))).total).toBe(0);
    const page = await textAt(receipt);
    expect(page).toContain('Waiting to be read');
    expect(page).toContain('It contains an email address.');
    expect(page).toContain('Perhaps JavaScript is turned off.');
    expect(page).toContain('Write to me at bus@mail.example please.');
    expect(await trailOf(id)).toEqual([{ action: 'voice.held', seat_id: null }]);
  });

  it('is read by leads of every side, and by nobody else', async () => {
    const { id } = await hold();
    for (const lead of ['superintendent', 'president', 'board', 'parent'] as const) {
      const held = await here.as(lead, (ctx) => listHeldVoices(ctx));
      expect(held.map((one) => one.id)).toContain(id);
    }
    for (const member of ['representative', 'principal'] as const)
      expect(await here.as(member, (ctx) => listHeldVoices(ctx))).toEqual([]);
  });

  it('is passed on by one lead, with its words, its moment and its receipt', async () => {
    const { id, linkId, receipt } = await hold({ body: 'The bus is late. See www.example' });
    await expect(
      here.as('representative', (ctx) => releaseHeldVoice(ctx, id)),
    ).rejects.toMatchObject({ status: 403 });
    here.clock.advance(24 * 60 * 60_000);
    await here.as('president', (ctx) => releaseHeldVoice(ctx, id));
    const { voices } = await here.as('board', (ctx) => listVoices(ctx, { linkId }));
    expect(voices).toMatchObject([
      { id, title: 'The bus is late.', constituency: 'families', answerBy: '2026-10-07' },
    ]);
    const page = await textAt(receipt);
    expect(page).toContain('Read and passed on');
    expect(page).toContain('Answer due');
    expect(await trailOf(id)).toEqual([
      { action: 'voice.held', seat_id: null },
      { action: 'voice.released', seat_id: here.seats.president.seatId },
    ]);
    await expect(here.as('board', (ctx) => releaseHeldVoice(ctx, id))).rejects.toMatchObject({
      status: 404,
    });
    const kept = await here.database.owner.query('select body from held_voice where id = $1', [id]);
    expect(kept.rows).toEqual([{ body: '' }]);
  });

  it('is set aside by two people of different sides alone, and its receipt says why', async () => {
    const { id, linkId, receipt } = await hold();
    const aside = (who: Parameters<typeof here.as>[0], reason: 'names-student' | 'insults') =>
      here.as(who, (ctx) => setAsideHeldVoice(ctx, id, reason));
    await expect(aside('principal', 'insults')).rejects.toMatchObject({ status: 403 });
    expect(await aside('superintendent', 'insults')).toBe('proposed');
    // The same side may think of a better reason, and is still alone with it.
    expect(await aside('superintendent', 'names-student')).toBe('proposed');
    expect(await textAt(receipt)).toContain('Waiting to be read');
    await expect(aside('president', 'insults')).rejects.toMatchObject({
      problems: { reason: 'listening.aside-differs' },
    });
    expect(await aside('president', 'names-student')).toBe('set-aside');
    const page = await textAt(receipt);
    expect(page).toContain('It names a student.');
    expect(page).toContain('The bus is late on three days out of five.');
    expect((await here.as('board', (ctx) => listVoices(ctx, { linkId }))).total).toBe(0);
    expect((await trailOf(id)).map(({ action }) => action)).toEqual([
      'voice.held',
      'voice.aside-asked',
      'voice.aside-asked',
      'voice.set-aside',
    ]);
    await expect(here.as('board', (ctx) => releaseHeldVoice(ctx, id))).rejects.toMatchObject({
      status: 404,
    });
  });

  it('can be passed on by one lead although another would set it aside', async () => {
    const { id, linkId } = await hold();
    await here.as('superintendent', (ctx) => setAsideHeldVoice(ctx, id, 'insults'));
    await here.as('parent', (ctx) => releaseHeldVoice(ctx, id));
    expect((await here.as('board', (ctx) => listVoices(ctx, { linkId }))).total).toBe(1);
  });

  it('is what everything becomes that everybody would read', async () => {
    const { id, linkId, path } = await hold({}, { voicesVisibleTo: 'public' });
    await guest.say(path, { proof: await guest.proof(path) });
    const held = await here.as('board', (ctx) => listHeldVoices(ctx));
    expect(held.filter((one) => one.linkId === linkId).map(({ reasons }) => reasons)).toEqual([
      ['no-proof', 'public'],
      ['public'],
    ]);
    await here.as('board', (ctx) => releaseHeldVoice(ctx, id));
    const { voices } = await here.as('board', (ctx) => listVoices(ctx, { linkId }));
    expect(voices).toMatchObject([{ visibleTo: 'public' }]);
  });
});

it('a proof is good for its own link, once, and for an hour', async () => {
  const [one, other] = [await hold(), await hold()];
  const counted = async (linkId: string) =>
    (await here.as('board', (ctx) => listVoices(ctx, { linkId }))).total;
  const proof = await guest.proof(one.path);
  await guest.say(other.path, { proof }, { socket: '192.0.2.201' });
  expect(await counted(other.linkId)).toBe(0);
  await guest.say(one.path, { proof }, { socket: '192.0.2.202' });
  await guest.say(one.path, { proof }, { socket: '192.0.2.203' });
  expect(await counted(one.linkId)).toBe(1);
  const late = await guest.proof(one.path);
  here.clock.advance(61 * 60_000);
  await guest.say(one.path, { proof: late }, { socket: '192.0.2.204' });
  const { challenge, solution } = JSON.parse(await guest.proof(one.path));
  const forged = [
    { challenge, solution: { ...solution, derivedKey: '00'.repeat(32) } },
    { challenge: { ...challenge, signature: '00'.repeat(32) }, solution },
    { challenge: { parameters: { ...challenge.parameters, cost: 1 } }, solution },
    { challenge: {}, solution: {} },
    'not even that',
  ];
  for (const [place, made] of forged.entries())
    await guest.say(
      one.path,
      { proof: typeof made === 'string' ? made : JSON.stringify(made) },
      { socket: `192.0.2.${210 + place}` },
    );
  expect(await counted(one.linkId)).toBe(1);
});

it('nobody with a seat puts words into the mouth of a guest', async () => {
  const { linkId } = await hold();
  const { voices } = await here.as('board', (ctx) => listVoices(ctx, { linkId }));
  expect(voices).toEqual([]);
  await expect(
    here.as('superintendent', async (ctx) => {
      const id = ctx.random.uuid();
      const now = ctx.clock.now();
      const at = { partnershipId: here.partnershipId, id, visibleTo: 'partnership' };
      await ctx.db
        .insertInto('record')
        .values({
          ...at,
          kind: 'voice',
          title: 'All is well',
          state: 'waiting',
          createdAt: now,
          changedAt: now,
        })
        .execute();
      await ctx.db
        .insertInto('voice')
        .values({
          ...at,
          sort: 'praise',
          body: 'All is well',
          locale: 'en',
          linkId,
          answerSeat: here.seats.principal.seatId,
          answerBy: '2026-10-10',
        })
        .execute();
    }),
  ).rejects.toMatchObject({ code: '42501' });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestPartnership, testPartnership } from '../partnership/testing/test-partnership.ts';
import { proposeGoal } from '../prepare/goal/server.ts';
import { closeLink, createLink, listLinks } from '../prepare/listening/server.ts';
import { answerVoice, listVoices } from '../prepare/voice/server.ts';
import { createApp } from './app.ts';
import { testServices } from './testing/test-services.ts';

let here: TestPartnership;
let fetchPage: (path: string, init?: RequestInit) => Promise<Response>;
beforeAll(async () => {
  here = await testPartnership();
  const { hono } = createApp(testServices(here));
  fetchPage = async (path, init) => hono.request(`http://concord.test${path}`, init);
});
afterAll(() => here.close());

async function openLink(changes: { opensOn?: string; closesOn?: string } = {}) {
  const id = await here.as('superintendent', (ctx) =>
    createLink(ctx, {
      title: 'How is the ride to school?',
      prompt: '',
      answerSeat: here.seats.principal.seatId,
      answerDays: 3,
      opensOn: '2026-10-01',
      closesOn: '2026-10-31',
      ...changes,
    }),
  );
  const links = await here.as('superintendent', (ctx) => listLinks(ctx));
  return { id, path: `/listen/${links.find((link) => link.id === id)?.token}` };
}

function say(path: string, fields: Record<string, string> = {}, language = 'en') {
  const body = new URLSearchParams({
    sort: 'concern',
    body: 'The bus is late on three days out of five.',
    constituency: 'families',
    ...fields,
  });
  return fetchPage(path, {
    method: 'POST',
    body,
    headers: { origin: 'http://concord.test', host: 'concord.test', 'accept-language': language },
  });
}

describe('a listening link', () => {
  it('takes a voice from a person without an account and gives a receipt', async () => {
    const { id, path } = await openLink();
    const form = await (await fetchPage(path, { headers: { 'accept-language': 'es' } })).text();
    expect(form).toContain('<html lang="es"');
    expect(form).toContain('Principal, Test Administration, responde en 3 días de clase.');
    expect(form).not.toContain('superintendent');

    const sent = await say(path, {}, 'es');
    expect(sent.status).toBe(303);
    expect(sent.headers.get('set-cookie')).toBeNull();
    const receipt = sent.headers.get('location') ?? '';
    expect(receipt).toMatch(/^\/voice\/[\w-]{22}\?done=sent$/);

    const { voices } = await here.as('board', (ctx) => listVoices(ctx, { linkId: id }));
    expect(voices).toMatchObject([
      {
        title: 'The bus is late on three days out of five.',
        answerBy: '2026-10-06',
        sort: 'concern',
      },
    ]);
    const stored = await here.database.owner.query('select * from voice where link_id = $1', [id]);
    expect(JSON.stringify(stored.rows)).not.toContain(receipt.slice(7, 29));
  });

  it('shows the answer and what came of it, as far as it is public, to whoever has the receipt', async () => {
    const { id, path } = await openLink();
    const receipt = (await say(path)).headers.get('location')?.split('?')[0] ?? '';
    const page = async () => (await fetchPage(receipt)).text();
    expect(await page()).toContain('Answer due');
    const { voices } = await here.as('board', (ctx) => listVoices(ctx, { linkId: id }));
    const voiceId = voices[0]?.id ?? '';
    await here.as('principal', (ctx) =>
      answerVoice(ctx, { voiceId, answer: 'A second bus runs from Monday.' }),
    );
    const goal = (title: string, visibility: 'public' | 'partnership') =>
      here.as('superintendent', (ctx) =>
        proposeGoal(ctx, {
          title,
          howMuch: 'from 14% to 4%',
          forWhom: 'bus riders',
          byWhen: '2027-05-28',
          why: '',
          keeperSeat: here.seats.principal.seatId,
          visibility,
          voice: [voiceId],
          indicatorName: 'Late buses',
          unit: '%',
          wanted: 'down',
          baseline: '14',
          baselineOn: undefined,
          target: '4',
          source: '',
        }),
      );
    await goal('Everyone in time for breakfast', 'public');
    await goal('Routes for drivers', 'partnership');
    const after = await page();
    expect(after).toContain('A second bus runs from Monday.');
    expect(after).toContain('Everyone in time for breakfast');
    expect(after).not.toContain('Routes for drivers');
    for (const name of ['superintendent', 'principal<', 'president']) {
      expect(after).not.toContain(name);
    }
  });

  it('keeps what was typed when something is missing', async () => {
    const { path } = await openLink();
    const again = await say(path, { constituency: '' });
    expect(again.status).toBe(422);
    expect(await again.text()).toContain('The bus is late on three days out of five.');
  });

  it('asks to wait when a lot arrives from one place, and loses no words', async () => {
    const { path } = await openLink();
    for (let count = 0; count < 30; count += 1) expect((await say(path)).status).toBe(303);
    const refused = await say(path, { body: 'One more thing about the bus.' });
    expect(refused.status).toBe(429);
    const text = await refused.text();
    expect(text).toContain('Please wait ten minutes');
    expect(text).toContain('One more thing about the bus.');
    const other = await openLink();
    expect((await say(other.path)).status).toBe(303);
    here.clock.advance(10 * 60_000);
    expect((await say(path)).status).toBe(303);
  });

  it.each([
    ['that nobody made', async () => '/listen/nobody-made-this'],
    ['that opens later', async () => (await openLink({ opensOn: '2026-10-20' })).path],
    [
      'that was closed',
      async () => {
        const { id, path } = await openLink();
        await here.as('president', (ctx) => closeLink(ctx, id));
        return path;
      },
    ],
  ])('%s is refused kindly', async (_, make) => {
    const path = await make();
    const shown = await fetchPage(path);
    expect(shown.status).toBe(404);
    expect(await shown.text()).toContain('If you kept a receipt, it still works.');
    expect((await say(path)).status).toBe(404);
    expect((await fetchPage('/voice/nothing')).status).toBe(404);
  });

  it('is made by leads', async () => {
    await expect(
      here.as('representative', (ctx) =>
        createLink(ctx, {
          title: 'No',
          prompt: '',
          answerSeat: here.seats.principal.seatId,
          answerDays: 3,
          opensOn: '2026-10-01',
          closesOn: '2026-10-31',
        }),
      ),
    ).rejects.toMatchObject({ status: 403 });
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestPartnership, testPartnership } from '../partnership/testing/test-partnership.ts';
import { proposeGoal } from '../prepare/goal/server.ts';
import { closeLink, createLink, listLinks, type NewLink } from '../prepare/listening/server.ts';
import { answerVoice, listVoices } from '../prepare/voice/server.ts';
import { createApp } from './app.ts';
import { type Guest, guestOf } from './testing/guest.ts';
import { testServices } from './testing/test-services.ts';

let here: TestPartnership;
let guest: Guest;
let proxied: Guest;
beforeAll(async () => {
  here = await testPartnership();
  const services = testServices(here);
  guest = guestOf(createApp(services).hono);
  proxied = guestOf(createApp({ ...services, trustedProxies: { hops: 1 } }).hono);
});
afterAll(() => here.close());

async function openLink(changes: Partial<NewLink> = {}) {
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

const voicesOf = (linkId: string) => here.as('board', (ctx) => listVoices(ctx, { linkId }));
const receiptOf = (sent: Response) => sent.headers.get('location')?.split('?')[0] ?? '';
const textAt = async (path: string) => (await guest.get(path)).text();
const markOf = (answer: Response) => answer.headers.get('set-cookie')?.split(';')[0] ?? '';

describe('a listening link', () => {
  it('takes a voice from a person without an account and gives a receipt', async () => {
    const { id, path } = await openLink();
    const page = await guest.get(path, { headers: { 'accept-language': 'es' } });
    const form = await page.text();
    expect(form).toContain('<html lang="es"');
    expect(form).toContain('Principal, Test Administration, responde en 3 días de clase.');
    expect(form).not.toContain('superintendent');

    const sent = await guest.say(path, { proof: await guest.proof(path) }, { language: 'es' });
    expect(sent.status).toBe(303);
    expect([page.headers.get('set-cookie'), sent.headers.get('set-cookie')]).toEqual([null, null]);
    const receipt = sent.headers.get('location') ?? '';
    expect(receipt).toMatch(/^\/voice\/[\w-]{22}\?done=sent$/);

    const { voices } = await voicesOf(id);
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
    const receipt = receiptOf(await guest.say(path, { proof: await guest.proof(path) }));
    expect(await textAt(receipt)).toContain('Answer due');
    const { voices } = await voicesOf(id);
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
    const after = await textAt(receipt);
    expect(after).toContain('A second bus runs from Monday.');
    expect(after).toContain('Everyone in time for breakfast');
    expect(after).not.toContain('Routes for drivers');
    for (const name of ['superintendent', 'principal<', 'president']) {
      expect(after).not.toContain(name);
    }
  });

  it('keeps what was typed when something is missing', async () => {
    const { path } = await openLink();
    const again = await guest.say(path, { constituency: '' });
    expect(again.status).toBe(422);
    expect(await again.text()).toContain('The bus is late on three days out of five.');
  });

  it('asks only whom and what it says', async () => {
    const { id, path } = await openLink({ sides: ['families', 'students'], sorts: ['idea'] });
    const form = await textAt(path);
    expect(form).toContain('value="students"');
    expect(form).not.toContain('value="educators"');
    expect(form).toContain('<input type="hidden" name="sort" value="idea"');
    const proof = await guest.proof(path);
    for (const fields of [{ sort: 'praise' }, { sort: 'idea', constituency: 'educators' }])
      expect((await guest.say(path, { ...fields, proof })).status).toBe(422);
    const { voices: none } = await voicesOf(id);
    expect(none).toEqual([]);
    const unsaid = { sort: 'idea', constituency: 'unsaid' };
    expect((await guest.say(path, { ...unsaid, proof: await guest.proof(path) })).status).toBe(303);
    const { voices } = await voicesOf(id);
    expect(voices).toMatchObject([{ constituency: null }]);
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

describe('a link that is not open', () => {
  const ways: [string, () => Promise<string>][] = [
    ['that nobody made', async () => '/listen/nobody-made-this'],
    ['that opens later', async () => (await openLink({ opensOn: '2026-10-20' })).path],
    [
      'that is over',
      async () => (await openLink({ opensOn: '2026-09-01', closesOn: '2026-09-30' })).path,
    ],
    [
      'that was closed',
      async () => {
        const { id, path } = await openLink();
        await here.as('president', (ctx) => closeLink(ctx, id));
        return path;
      },
    ],
    [
      'that is full',
      async () => {
        const { path } = await openLink({ mostVoices: 1 });
        expect((await guest.say(path)).status).toBe(303);
        return path;
      },
    ],
  ];

  it('looks the same whatever is the matter with it, in both languages', async () => {
    const pages: string[] = [];
    for (const [, make] of ways) {
      const path = await make();
      const shown = await guest.get(path);
      expect(shown.status).toBe(404);
      const token = path.split('/')[2] ?? '';
      pages.push((await shown.text()).replaceAll(token, 'TOKEN'));
      expect((await guest.get(`${path}/challenge`)).status).toBe(404);
    }
    expect(new Set(pages).size).toBe(1);
    expect(pages[0]).toContain('If you kept a receipt, it still works.');
    expect(pages[0]).toContain('Si guardó un comprobante, sigue funcionando.');
    expect((await guest.get('/voice/nothing')).status).toBe(404);
  });

  it.each(ways)('%s takes nothing, and shows what was typed', async (_, make) => {
    const path = await make();
    const refused = await guest.say(path, { body: 'I came too late with this.' });
    expect(refused.status).toBe(404);
    expect(await refused.text()).toContain('I came too late with this.');
  });

  it('is closed at once, and its receipts keep working', async () => {
    const { id, path } = await openLink();
    const receipt = receiptOf(await guest.say(path));
    await here.as('board', (ctx) => closeLink(ctx, id));
    expect((await guest.say(path)).status).toBe(404);
    expect((await guest.get(receipt)).status).toBe(200);
  });

  it('takes not one more than it may, when many send at once', async () => {
    const { id, path } = await openLink({ mostVoices: 3 });
    const sent = await Promise.all(
      Array.from({ length: 6 }, (_, place) => guest.say(path, {}, { socket: `192.0.2.${place}` })),
    );
    expect(sent.map(({ status }) => status).sort()).toEqual([303, 303, 303, 404, 404, 404]);
    const links = await here.as('board', (ctx) => listLinks(ctx));
    expect(links.find((link) => link.id === id)?.standing).toBe('full');
  });
});

describe('one answer from each device', () => {
  it('leaves a mark that is the same for everybody and good for this link alone', async () => {
    const [first, second] = [
      await openLink({ device: 'once' }),
      await openLink({ device: 'once' }),
    ];
    const asked = await guest.get(first.path);
    const again = await guest.get(first.path);
    expect(markOf(asked)).toBe(markOf(again));
    const mark = asked.headers.get('set-cookie') ?? '';
    for (const part of [`Path=${first.path}`, 'HttpOnly', 'SameSite=Strict', 'Expires=Mon, 02 Nov'])
      expect(mark).toContain(part);
    expect(await asked.text()).toContain('leave a small mark (a cookie)');
    expect(markOf(await guest.get(second.path))).not.toBe(markOf(asked));
  });

  it('takes the first, and lets somebody who shares the device speak to a reader first', async () => {
    const { id, path } = await openLink({ device: 'once' });
    const cookie = markOf(await guest.get(path));
    const sent = await guest.say(path, { proof: await guest.proof(path) }, { cookie });
    expect(sent.status).toBe(303);
    expect((await voicesOf(id)).total).toBe(1);
    const answered = markOf(sent);
    const refused = await guest.say(path, { body: 'My sister writes.' }, { cookie: answered });
    expect(refused.status).toBe(422);
    const text = await refused.text();
    expect(text).toContain('From this device somebody has answered already.');
    expect(text).toContain('My sister writes.');
    const shared = await guest.say(path, { shared: 'yes' }, { cookie: answered });
    expect(await textAt(receiptOf(shared))).toContain('this one is shared');
    expect((await voicesOf(id)).total).toBe(1);
  });

  it('reads first what comes from a device without cookies, or with a made-up one', async () => {
    const { id, path } = await openLink({ device: 'once' });
    for (const cookie of ['', 'concord_listening=asked.madeup']) {
      const sent = await guest.say(path, { proof: await guest.proof(path) }, { cookie });
      expect(await textAt(receiptOf(sent))).toContain('this device keeps no cookies');
    }
    expect((await voicesOf(id)).total).toBe(0);
  });

  it('takes one after another from a shared device, and keeps nothing there', async () => {
    const { id, path } = await openLink({ device: 'shared' });
    expect(await textAt(path)).not.toContain('data-draft');
    for (let voice = 0; voice < 2; voice += 1) {
      const sent = await guest.say(path, { proof: await guest.proof(path) });
      expect([sent.status, sent.headers.get('set-cookie')]).toEqual([200, null]);
      const text = await sent.text();
      expect(text).toContain(`href="${path}"`);
      expect(text).not.toContain('The bus is late');
      const receipt = /\/voice\/[\w-]{22}/.exec(text)?.[0] ?? '';
      expect(await textAt(receipt)).toContain('The bus is late');
    }
    expect((await voicesOf(id)).total).toBe(2);
  });
});

describe('a flood', () => {
  it('has to wait, is told for how long, and loses no words', async () => {
    const { path } = await openLink();
    const from = { socket: '203.0.113.50' };
    for (let count = 0; count < 6; count += 1)
      expect((await guest.say(path, {}, from)).status).toBe(303);
    const refused = await guest.say(path, { body: 'One more thing about the bus.' }, from);
    expect(refused.status).toBe(429);
    const text = await refused.text();
    expect(text).toContain('Please try again in 10 minutes');
    expect(text).toContain('One more thing about the bus.');
    expect((await guest.say(path, {}, { socket: '203.0.113.51' })).status).toBe(303);
    here.clock.advance(10 * 60_000);
    expect((await guest.say(path, {}, from)).status).toBe(303);
  });

  it('cannot hide behind a header that it made up', async () => {
    const { path } = await openLink();
    const tries = async (who: Guest, from: (count: number) => { forwardedFor: string }) => {
      const answers: number[] = [];
      for (let count = 0; count < 7; count += 1)
        answers.push((await who.say(path, {}, { socket: '198.51.100.7', ...from(count) })).status);
      return answers.at(-1);
    };
    expect(await tries(guest, (count) => ({ forwardedFor: `10.9.9.${count}` }))).toBe(429);
    expect(await tries(proxied, (count) => ({ forwardedFor: `6.6.6.${count}, 10.8.8.8` }))).toBe(
      429,
    );
    // Behind the proxy that is trusted, others are others.
    expect(await tries(proxied, (count) => ({ forwardedFor: `10.7.7.${count}` }))).toBe(303);
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDecision, revealStances } from '../act/decision/server.ts';
import { formTeam } from '../act/team/server.ts';
import { sessionCookie } from '../partnership/account/server.ts';
import {
  type CastName,
  type TestPartnership,
  testPartnership,
} from '../partnership/testing/test-partnership.ts';
import { createApp } from './app.ts';
import { testServices } from './testing/test-services.ts';

let here: TestPartnership;
let hono: ReturnType<typeof createApp>['hono'];
let team: string;
let id: string;

const electors = ['superintendent', 'president', 'parent'] as const;
const secret = 'A heavy schoolbag of worries';
const declared = {
  title: 'Shall we start later?',
  background: '',
  proposal: 'We start at 8:30.',
  domain: 'schedule',
  authority: 'shared',
  level: 'joint-consent',
  scale: 'fist-to-five',
  lineFist: '3',
  fallback: 'All stays as it is.',
  closesAt: '2026-10-09T16:00',
  reviewOn: '2027-03-01',
  visibleTo: 'public',
  'quorum-families': '1',
  'gate-families': '',
  'quorum-educators': '1',
  'gate-educators': 'majority',
};

beforeAll(async () => {
  here = await testPartnership();
  hono = createApp(testServices(here)).hono;
  team = await here.as('superintendent', (ctx) =>
    formTeam(ctx, {
      title: 'Leadership team',
      purpose: 'Lead together.',
      inScope: '',
      outOfScope: '',
      norms: '',
      decisionRule: 'fist-to-five',
      sunsetOn: null,
      sort: 'district-leadership',
      visibleTo: 'partnership',
      coChairSeatIds: electors.map((who) => here.seats[who].seatId),
    }),
  );
});
afterAll(() => here.close());

const ask = async (who: CastName | null, path: string, fields?: Record<string, string>) => {
  const headers = {
    origin: 'http://concord.test',
    host: 'concord.test',
    ...(who ? { cookie: `${sessionCookie}=${who}` } : {}),
  };
  const response = await hono.request(`http://concord.test/p/${here.slug}/decisions${path}`, {
    headers,
    ...(fields ? { method: 'POST', body: new URLSearchParams(fields) } : {}),
  });
  return {
    status: response.status,
    to: response.headers.get('location'),
    html: await response.text(),
  };
};

describe('a decision, page by page', () => {
  it('keeps what was typed when something is wrong, and says so beside the field', async () => {
    const again = await ask('parent', '', { ...declared, team, title: '', 'quorum-families': '9' });
    expect(again.status).toBe(422);
    expect(again.html).toContain('We start at 8:30.');
    const late = await ask('parent', '', { ...declared, team, 'quorum-families': '9' });
    expect(late.html).toContain('Please give a number of at most 1.');
    const wrong = { ...declared, team, closesAt: '2026-13-40T99:00' };
    expect((await ask('parent', '', wrong)).html).toContain('Please give a date and a time.');
  });

  it('is drafted by a seat on the team, in the time of the place, with the usual gates', async () => {
    expect((await ask('board', '', { ...declared, team })).status).toBe(403);
    const made = await ask('parent', '', { ...declared, team });
    expect(made.status).toBe(303);
    id = made.to?.match(/decisions\/([0-9a-f-]{36})/)?.[1] ?? '';
    const { html } = await ask('parent', `/${id}`);
    expect(html).toContain('datetime="2026-10-09T20:00:00.000Z"');
    const rows = await here.as('parent', ({ db }) =>
      db
        .selectFrom('decisionGate')
        .select(['constituency', 'gate'])
        .where('decisionId', '=', id)
        .orderBy('constituency')
        .execute(),
    );
    expect(rows).toEqual([
      { constituency: 'administration', gate: 'consent' },
      { constituency: 'educators', gate: 'majority' },
      { constituency: 'families', gate: 'consent' },
    ]);
    expect((await ask('parent', `/${id}/edit`)).html).toContain('value="2026-10-09T16:00"');
    await here.as('parent', (ctx) => openDecision(ctx, id));
    expect((await ask('parent', `/${id}/edit`)).status).toBe(403);
  });

  it('asks for the concern below the line, beside its field', async () => {
    const { status, html } = await ask('president', `/${id}/stance`, { value: '1' });
    expect(status).toBe(422);
    expect(html).toMatch(/id="field-reason-error"[\s\S]*say what your concern is/);
    expect(html).toMatch(/id="field-wouldResolve-error"/);
  });

  it('shows nobody else a word of a stance before the reveal, on no page', async () => {
    const stance = { value: '1', reason: secret, wouldResolve: `${secret} goes away` };
    expect((await ask('president', `/${id}/stance`, stance)).status).toBe(303);
    expect((await ask('president', `/${id}`)).html).toContain(secret);
    const readers = [
      'superintendent',
      'representative',
      'principal',
      'board',
      'parent',
      null,
    ] as const;
    for (const who of readers) {
      for (const path of ['', `/${id}`, `/${id}?lang=es`]) {
        const { html } = await ask(who, path);
        expect(html).not.toContain(secret);
        expect(html).not.toContain('I have major concerns</p>');
      }
    }
    expect((await ask('parent', `/${id}`)).html).toMatch(/1 of 3/);
    const early = await ask('parent', `/${id}/reveal`, {});
    expect(early.status).toBe(422);
    expect(early.html).toContain('Not everyone has spoken');
  });

  it('shows everything to the partners after the reveal, and visitors no names', async () => {
    for (const who of ['superintendent', 'parent'] as const) {
      expect((await ask(who, `/${id}/stance`, { value: '4' })).status).toBe(303);
    }
    await here.as('parent', (ctx) => revealStances(ctx, id));
    expect((await ask('board', `/${id}`)).html).toContain(secret);
    const visitor = await ask(null, `/${id}`);
    expect(visitor.html).toContain(secret);
    expect(visitor.html).not.toMatch(/president|superintendent|Leadership team/i);
  });

  it('is closed by the rule, and says why in both languages', async () => {
    const closed = await ask('parent', `/${id}/close`, { outcomeNote: '' });
    expect(closed.to).toContain('done=not-passed');
    expect((await ask('board', `/${id}`)).html).toContain('0 for and 1 against; it needed 1 for.');
    const spanish = (await ask('board', `/${id}?lang=es`)).html;
    expect(spanish).toContain('Sin acuerdo.');
    expect(spanish).toContain('Asociación de educadores');
    const again = await ask('parent', `/${id}/close`, { outcomeNote: '' });
    expect(again.html).toContain('This decision is closed already.');
  });

  it('answers nothing to those outside where it is not public', async () => {
    const made = await ask('parent', '', { ...declared, team, visibleTo: 'team' });
    const hidden = made.to?.match(/decisions\/([0-9a-f-]{36})/)?.[1];
    expect((await ask('parent', `/${hidden}`)).status).toBe(200);
    expect((await ask('board', `/${hidden}`)).status).toBe(404);
    expect((await ask(null, `/${hidden}`)).status).toBe(404);
    expect((await ask(null, '/new')).status).toBe(404);
  });
});

import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { formTeam, nameToTeam } from '../act/team/server.ts';
import type { Actor } from '../partnership/access/index.ts';
import { enterSession, enterViewAs } from '../partnership/access/server.ts';
import { insertRecord } from '../partnership/record/server.ts';
import { type TestPartnership, testPartnership } from '../partnership/testing/test-partnership.ts';
import { type Database, inTransaction } from '../platform/database/database.ts';
import { createApp } from './app.ts';
import { seenAsHtml } from './seen-as-html.ts';
import { testServices } from './testing/test-services.ts';

let it: TestPartnership;
let teamId: string;
let hono: ReturnType<typeof createApp>['hono'];

beforeAll(async () => {
  it = await testPartnership();
  ({ hono } = createApp(testServices(it)));
  teamId = await it.as('superintendent', (ctx) =>
    formTeam(ctx, {
      title: 'Leadership team',
      purpose: 'Work together',
      inScope: '',
      outOfScope: '',
      norms: '',
      decisionRule: 'consent',
      sunsetOn: null,
      sort: 'district-leadership',
      visibleTo: 'partnership',
      coChairSeatIds: [it.seats.superintendent.seatId, it.seats.president.seatId],
    }),
  );
  await it.as('parent', (ctx) =>
    nameToTeam(ctx, { teamId, seatId: it.seats.parent.seatId, role: 'member' }),
  );
  for (const [title, visibleTo] of [
    ['everybody', 'public'],
    ['table', 'partnership'],
    ['team', `team:${teamId}`],
    ['caucus', `caucus:${it.seats.president.organizationId}`],
    ['me', `person:${it.seats.president.personId}`],
  ] as const)
    await it.as('president', (ctx) =>
      insertRecord(ctx, { kind: 'lesson', title, state: 'draft', visibleTo }),
    );
});
afterAll(() => it.close());

/** Somebody of the cast looks as somebody else; null where they cannot. */
const looking = <Result>(
  key: string,
  work: (db: Database, seen: Actor) => Promise<Result>,
  token = 'president',
) =>
  inTransaction(it.db, async (db) => {
    const at = it.clock.now();
    const self = await enterSession(db, { token, slug: it.slug, wantedSeat: null, at });
    const seen = await enterViewAs(db, self, key, at);
    return seen && work(db, seen);
  });

const titlesFor = (key: string, token?: string) =>
  looking(
    key,
    async (db) => {
      const lessons = db.selectFrom('record').select('title').where('kind', '=', 'lesson');
      return (await lessons.execute()).map(({ title }) => title).sort();
    },
    token,
  );

const ask = (path: string, init: RequestInit = {}, token = 'president') =>
  hono.request(`http://concord.test/p/${it.slug}${path}`, {
    ...init,
    headers: {
      cookie: `concord.session_token=${token}.x`,
      origin: 'http://concord.test',
      host: 'concord.test',
    },
  });

describe('looking as somebody else', () => {
  test('shows what both may read, and nothing besides', async () => {
    expect(await titlesFor('visitor')).toEqual(['everybody']);
    expect(await titlesFor('seat-families')).toEqual(['everybody', 'table']);
    expect(await titlesFor(`team-${teamId}-families`)).toEqual(['everybody', 'table', 'team']);
    expect(await titlesFor('colleague')).toEqual(['caucus', 'everybody', 'table']);
    expect(await titlesFor('seat-educators', 'parent')).toEqual(['everybody', 'table']);
  });

  test('is refused for teams that are not one’s own, for sides that are not there, and for nonsense', async () => {
    for (const [key, token] of [
      [`team-${teamId}-families`, 'board'],
      [`team-${teamId}-board`, 'president'],
      ['team-11111111-1111-4111-8111-111111111111-families', 'president'],
      ['seat-students', 'president'],
      ['seat-everybody', 'president'],
      ['team--families', 'president'],
      ['', 'president'],
    ] as const) {
      expect(await titlesFor(key, token), key).toBeNull();
      expect((await ask(`?view-as=${key}`, {}, token)).status, key).toBe(404);
    }
  });

  test('lets nothing be written, not even what no policy asks a seat for', async () => {
    for (const statement of [
      sql`insert into mail (id, to_address, subject, body, created_at, next_try_at)
        values (gen_random_uuid(), 'a@b.example', 's', 'b', now(), now())`,
      sql`select audit_append('a.b', now(), 'partnership', null, '{}')`,
      sql`update person set name = 'x'`,
    ])
      await expect(looking('seat-families', (db) => statement.execute(db))).rejects.toMatchObject({
        code: '25006',
      });
    const identity = await looking('colleague', async (db, seen) => {
      const { rows } = await sql<{ nothing: boolean }>`
        select me_seat() is null and me_person() is null and not me_is_lead() as nothing`.execute(
        db,
      );
      return { ...rows[0], lead: seen.seat?.lead };
    });
    expect(identity).toEqual({ nothing: true, lead: false });
  });

  test('a page says as whom, what is missing and how to stop; its forms are off and its links lead on', async () => {
    const html = await (await ask('/voices/new?view-as=seat-families')).text();
    expect(html).toContain('this side of the table would: Families');
    expect(html).toContain('is not shown to you');
    expect(html).toContain(`href="/p/${it.slug}/voices/new" data-own`);
    expect(html).toContain(`href="/p/${it.slug}/goals?view-as=seat-families"`);
    expect(html).toMatch(
      /<form[^>]*action="[^"]*\/voices"[^>]*><fieldset class="switched-off" disabled/,
    );
    expect(html).not.toContain('/sign-out');
    const spanish = await (await ask('/goals?view-as=visitor&lang=es')).text();
    expect(spanish).toContain('la vería alguien sin cuenta');
  });

  test('a page that they could not open says so, and a form is never taken', async () => {
    const none = await ask('/goals?view-as=visitor');
    expect(none.status).toBe(404);
    expect(await none.text()).toContain('This page is not there for them.');
    const body = new URLSearchParams({ name: 'Somewhere' });
    const sent = await ask('/partners/sites?view-as=seat-families', { method: 'POST', body });
    expect(sent.status).toBe(403);
    const { rows } = await it.database.owner.query(`select from site where name = 'Somewhere'`);
    expect(rows).toEqual([]);
  });

  test('may be chosen from a page that lists everybody as whom one can look', async () => {
    const html = await (
      await ask(`/view-as?page=${encodeURIComponent(`/p/${it.slug}/goals`)}`)
    ).text();
    for (const key of ['visitor', 'colleague', 'seat-board', `team-${teamId}-administration`])
      expect(html).toContain(`value="${key}"`);
    expect(html).not.toContain('value="seat-students"');
    expect(html).toContain(`action="/p/${it.slug}/goals"`);
    const elsewhere = await (await ask('/view-as?page=https://elsewhere.example/')).text();
    expect(elsewhere).toContain(`method="get" action="/p/${it.slug}"`);
  });
});

test('links and forms of a finished page, whatever slice they come from', () => {
  const seen = (html: string) => seenAsHtml(html, { slug: 'a', key: 'visitor' });
  expect(seen('<a href="/p/a">x</a>')).toBe('<a href="/p/a?view-as=visitor">x</a>');
  expect(seen('<a href="/p/a/b?c=1&amp;d=2#e">')).toBe(
    '<a href="/p/a/b?c=1&amp;d=2&amp;view-as=visitor#e">',
  );
  expect(seen('<a href="/p/ab"><a href="/p/a" data-own>')).toBe(
    '<a href="/p/ab"><a href="/p/a" data-own>',
  );
  expect(seen('<form method="get" action="/p/a"><input></form>')).toBe(
    '<form method="get" action="/p/a"><input type="hidden" name="view-as" value="visitor"><input></form>',
  );
  expect(seen('<form method="post"><input></form><form><b></b></form>')).toBe(
    '<form method="post"><fieldset class="switched-off" disabled><input></fieldset></form>' +
      '<form><fieldset class="switched-off" disabled><b></b></fieldset></form>',
  );
});

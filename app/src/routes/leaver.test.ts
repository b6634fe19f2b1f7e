import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { calendarToken } from '../act/meeting/server.ts';
import type { SeatedCtx } from '../partnership/access/server.ts';
import { acceptInvitation, inviteToSeat } from '../partnership/invitation/server.ts';
import { addSeat, endTerm } from '../partnership/seat/server.ts';
import {
  type CastName,
  type TestPartnership,
  testPartnership,
} from '../partnership/testing/test-partnership.ts';
import { postLetter } from '../platform/mail.ts';
import { signerWith } from '../platform/signer.ts';
import { writeLesson } from '../reflect/lesson/server.ts';
import { createApp } from './app.ts';
import { testServices } from './testing/test-services.ts';

let it: TestPartnership;
let hono: ReturnType<typeof createApp>['hono'];
beforeEach(async () => {
  it = await testPartnership();
  ({ hono } = createApp(testServices(it)));
});
afterEach(() => it.close());

const ask = (
  path: string,
  { as = 'representative', seat = '', body = null as object | null } = {},
) =>
  hono.request(`http://concord.test${path.replace('~', `/p/${it.slug}`)}`, {
    method: body ? 'POST' : 'GET',
    ...(body ? { body: new URLSearchParams(Object.entries(body)) } : {}),
    headers: {
      cookie: `concord.session_token=${as}.x${seat && `; concord_seat=${seat}`}`,
      origin: 'http://concord.test',
      host: 'concord.test',
    },
  });
const voice = {
  sort: 'concern',
  body: 'Said after the end.',
  visibility: 'partnership',
  named: 'named',
};
const said = async () =>
  (await it.database.owner.query(`select from voice where body = $1`, [voice.body])).rowCount;

async function termOf(ctx: SeatedCtx, seatId: string): Promise<string> {
  const { id } = await ctx.db
    .selectFrom('term')
    .select('id')
    .where('seatId', '=', seatId)
    .where('endedAt', 'is', null)
    .executeTakeFirstOrThrow();
  return id;
}
const leave = (who: CastName, lead: CastName) =>
  it.as(lead, async (ctx) => endTerm(ctx, await termOf(ctx, it.seats[who].seatId)));

async function accountOf(name: string): Promise<string> {
  const { rows } = await it.database.owner.query<{ id: string }>(
    `select id from auth."user" where name = $1`,
    [name],
  );
  return rows[0]?.id ?? '';
}
/** Somebody takes a further seat, as holder or alternate. */
async function take(lead: CastName, who: CastName, seatId: string, sort: 'holder' | 'alternate') {
  const id = await it.as(lead, (ctx) =>
    inviteToSeat(ctx, { seatId, sort, personId: it.seats[who].personId, name: who }),
  );
  const account = { id: await accountOf(who), name: who };
  await it.asVisitor((ctx) =>
    acceptInvitation(ctx, { partnershipId: it.partnershipId, id }, account),
  );
}

describe('whoever leaves a seat', () => {
  test('is told what happened at the next click, in both languages, on any page', async () => {
    expect((await ask('~/voices')).status).toBe(200);
    await leave('representative', 'president');
    for (const path of ['~/voices', '~/goals', '~/goals/00000000-0000-4000-8000-000000000000']) {
      const answer = await ask(path);
      expect(answer.status).toBe(404);
      const html = await answer.text();
      expect(html).toContain('Your term in this seat has ended');
      expect(html).toContain(
        'Your term as Building representative for Test Education Association ended today',
      );
      expect(html).not.toContain('href="/sign-in"');
    }
    expect(await (await ask('~/voices?lang=es')).text()).toContain('terminó hoy');
    const other = await ask('~/voices', { as: 'parent' });
    expect(other.status).toBe(200);
  });

  test('is told on what is public too, for a week', async () => {
    const id = await it.as('president', (ctx) =>
      writeLesson(ctx, {
        title: 'What we learned',
        visibleTo: 'public',
        context: 'c',
        change: 'c',
        evidence: 'e',
        effort: 'e',
        conditions: 'c',
        whatFailed: '',
      }),
    );
    await leave('representative', 'president');
    const page = async () => (await ask(`~/lessons/${id}`)).text();
    expect(await page()).toContain('Your term in this seat has ended');
    it.clock.set('2026-10-09T14:00:00Z');
    const later = await page();
    expect(later).toContain('What we learned');
    expect(later).not.toContain('Your term in this seat has ended');
  });

  test('after a term that ran out is told until when it ran', async () => {
    await it.database.owner.query(`update term set ends_on = '2026-10-01' where seat_id = $1`, [
      it.seats.representative.seatId,
    ]);
    expect((await ask('~/voices')).status).toBe(200);
    it.clock.set('2026-10-02T04:01:00Z');
    const answer = await ask('~/voices');
    expect(answer.status).toBe(404);
    expect(await answer.text()).toContain('ran until Thu');
  });

  test('sends nothing any more, and is told that nothing was sent', async () => {
    await leave('representative', 'president');
    const answer = await ask('~/voices', { body: voice });
    expect(answer.status).toBe(403);
    expect(await answer.text()).toContain('was not sent, and nothing was changed');
    expect(await said()).toBe(0);
  });

  test('whose form arrives while the term is being ended waits, and is refused', async () => {
    const { owner } = it.database;
    const ending = await owner.connect();
    await ending.query('begin');
    await ending.query(`update term set ended_at = $1, end_reason = 'left' where seat_id = $2`, [
      it.clock.now(),
      it.seats.representative.seatId,
    ]);
    const sent = ask('~/voices', { body: voice });
    await waitUntilBlocked();
    await ending.query('commit');
    ending.release();
    expect((await sent).status).toBe(403);
    expect(await said()).toBe(0);
  });

  test('finishes what began before: the end of the term waits for it', async () => {
    let ended = false;
    let ending: Promise<unknown> = Promise.resolve();
    await it.as('representative', async (ctx) => {
      await sql`select hold_seat(${it.clock.now()})`.execute(ctx.db);
      ending = leave('representative', 'president').then(() => {
        ended = true;
      });
      await waitUntilBlocked();
      expect(ended).toBe(false);
    });
    await ending;
    expect(ended).toBe(true);
  });

  test('does not act from another seat of theirs unasked', async () => {
    const second = await it.as('president', (ctx) =>
      addSeat(ctx, {
        organizationId: ctx.actor.seat.organizationId,
        title: 'Bargaining chair',
        lead: false,
      }),
    );
    await take('president', 'representative', second, 'holder');
    // Their first click with two seats remembers the seat they wear.
    const first = await ask('~/voices');
    const worn = /concord_seat=([0-9a-f-]+)/.exec(first.headers.get('set-cookie') ?? '')?.[1];
    expect([second, it.seats.representative.seatId]).toContain(worn);
    const seat = it.seats.representative.seatId;
    await leave('representative', 'president');
    const page = await (await ask('~/voices', { seat })).text();
    expect(page).toContain('Your term in this seat has ended');
    expect(page).toContain('Go on as Bargaining chair');
    expect((await ask('~/voices', { seat, body: voice })).status).toBe(403);
    expect(await said()).toBe(0);
    expect((await ask('/seats', { seat, body: { seat: second } })).status).toBe(303);
    const after = await (await ask('~/voices', { seat: second })).text();
    expect(after).not.toContain('Your term in this seat has ended');
  });

  test('finds their calendar closed', async () => {
    const { seatId, personId } = it.seats.representative;
    const token = calendarToken(signerWith('test'), {
      partnershipId: it.partnershipId,
      personId,
      seatId,
    });
    expect((await ask(`/calendar/${token}.ics`)).status).toBe(200);
    await leave('representative', 'president');
    expect((await ask(`/calendar/${token}.ics`)).status).toBe(404);
  });
});

describe('letters', () => {
  // The one by which the president was invited.
  beforeEach(() => it.database.owner.query('delete from mail'));
  const address = 'representative@test.example';
  const write = (to: string) =>
    it.as('president', (ctx) =>
      postLetter(ctx.db, {
        id: ctx.random.uuid(),
        at: ctx.clock.now(),
        to,
        subject: 'About our team',
        body: 'What the partnership says among itself.',
        partnershipId: it.partnershipId,
        visibleTo: `person:${ctx.actor.seat.personId}`,
      }),
    );
  const handedOver = async () => {
    const { rows } = await sql<{ toAddress: string; body: string }>`
      select to_address, body from mail_take(${it.clock.now()}, 20)`.execute(it.db);
    return rows.map(({ toAddress }) => toAddress);
  };
  const waiting = async () => {
    const { rows } = await it.database.owner.query<{ body: string }>(
      'select body from mail where sent_at is null and withdrawn_at is null',
    );
    return rows.map(({ body }) => body);
  };
  const later = (minutes: number) =>
    it.clock.set(new Date(it.clock.now().getTime() + minutes * 60_000).toISOString());

  test('to somebody who has left do not leave, and keep no text', async () => {
    await write(address);
    await write('parent@test.example');
    later(1);
    await leave('representative', 'president');
    expect(await waiting()).toHaveLength(1);
    expect(await handedOver()).toEqual(['parent@test.example']);
    const { rows } = await it.database.owner.query(
      'select subject, body from mail where withdrawn_at is not null',
    );
    expect(rows).toEqual([{ subject: '', body: '' }]);
  });

  test('after a term that ran out by its date do not leave either', async () => {
    await write(address);
    await it.database.owner.query(`update term set ends_on = '2026-10-01' where seat_id = $1`, [
      it.seats.representative.seatId,
    ]);
    it.clock.set('2026-10-02T04:01:00Z');
    expect(await handedOver()).toEqual([]);
  });

  test('written after the end leave: somebody is invited to come back', async () => {
    await leave('representative', 'president');
    later(1);
    await write(address);
    expect(await handedOver()).toEqual([address]);
  });

  test('to somebody with another seat leave', async () => {
    const second = await it.as('president', (ctx) =>
      addSeat(ctx, {
        organizationId: ctx.actor.seat.organizationId,
        title: 'Bargaining chair',
        lead: false,
      }),
    );
    await take('president', 'representative', second, 'holder');
    await write(address);
    later(1);
    await leave('representative', 'president');
    expect(await handedOver()).toEqual([address]);
  });

  test('with an open invitation leave, whatever seat ended before', async () => {
    const { seatId } = it.seats.representative;
    await it.as('president', (ctx) =>
      inviteToSeat(ctx, { seatId, sort: 'alternate', name: 'again', email: address }),
    );
    later(1);
    await leave('representative', 'president');
    expect(await handedOver()).toEqual([address]);
  });
});

test('an alternate’s page says that they stand in', async () => {
  await take('president', 'representative', it.seats.president.seatId, 'alternate');
  const seat = it.seats.president.seatId;
  const html = await (await ask('~/voices', { seat })).text();
  expect(html).toContain('standing in: President, Test Education Association');
});

test('an unknown address knows who is signed in', async () => {
  const answer = await ask('/nowhere/at/all');
  expect(answer.status).toBe(404);
  const html = await answer.text();
  expect(html).not.toContain('Sign in');
  expect(html).toContain('Go to the start page');
  expect(await (await ask('/nowhere', { as: 'nobody' })).text()).toContain('href="/sign-in"');
});

/** Until some session waits for another one's lock. */
async function waitUntilBlocked(): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    const { rows } = await it.database.owner.query(
      `select from pg_locks where not granted and database is not distinct from
        (select oid from pg_database where datname = current_database()) or not granted and locktype = 'transactionid'`,
    );
    if (rows.length > 0) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error('Nobody waits.');
}

test('somebody on no team is told who calls meetings, instead of a bare no', async () => {
  const answer = await ask('~/meetings/new');
  expect(answer.status).toBe(403);
  const html = await answer.text();
  expect(html).toContain('Every meeting belongs to a team.');
  expect(html).toContain(`/p/${it.slug}/teams`);
});

import { unzipSync } from 'fflate';
import type { Hono } from 'hono';
import { CompiledQuery } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Ctx } from '../partnership/access/server.ts';
import { verifyAudit } from '../partnership/audit/server.ts';
import {
  enterOwn,
  forgetMe,
  openRequest,
  readOwnPartnerships,
  readOwnRows,
} from '../partnership/export/server.ts';
import { placeHold } from '../partnership/retention/server.ts';
import { endTerm } from '../partnership/seat/server.ts';
import {
  type CastName,
  type TestPartnership,
  testPartnership,
} from '../partnership/testing/test-partnership.ts';
import { raiseVoice } from '../prepare/voice/server.ts';
import { createApp } from './app.ts';
import { testServices } from './testing/test-services.ts';

let here: TestPartnership;
let hono: Hono;
let unnamed: string;
beforeAll(async () => {
  here = await testPartnership();
  ({ hono } = createApp(testServices(here)));
  await raise('representative', 'The copier is broken.', true);
  unnamed = await raise('representative', 'Somebody shouted.', false);
  await raise('president', 'A word of the president.', true);
  await here.as('superintendent', (ctx) =>
    openRequest(ctx, {
      scope: 'person',
      person: here.seats.representative.personId,
      askedBy: 'A secret newspaper',
      askedOn: '2026-09-30',
      locale: 'en',
      withOwn: false,
    }),
  );
});
afterAll(() => here.close());

const raise = (who: CastName, body: string, named: boolean) =>
  here.as(who, (ctx) =>
    raiseVoice(ctx, {
      sort: 'concern',
      body,
      locale: 'en',
      visibility: 'partnership',
      named,
      answerSeat: here.seats.principal.seatId,
      answerDays: 3,
    }),
  );
/** In one transaction, with nothing but the session of this account. */
const asOneself = <Result>(token: string, work: (ctx: Ctx) => Promise<Result>) =>
  here.asVisitor(async (ctx) => {
    await enterOwn(ctx.db, token, ctx.clock.now());
    return work(ctx);
  });
const leave = () =>
  here.as('president', async (ctx) => {
    const term = await ctx.db
      .selectFrom('term')
      .select('id')
      .where('seatId', '=', here.seats.representative.seatId)
      .executeTakeFirstOrThrow();
    await endTerm(ctx, term.id);
  });
const forget = () => asOneself('representative', (ctx) => forgetMe(ctx, here.partnershipId));

describe('what is kept about oneself', () => {
  test('is everything that names the person or that they made, and nothing of others', async () => {
    const rows = await asOneself('representative', readOwnRows);
    const text = JSON.stringify(rows);
    for (const word of [
      'copier',
      'Somebody shouted',
      'Building representative',
      'representative@test.example',
    ])
      expect(text).toContain(word);
    for (const word of [
      'A word of the president',
      'president@test.example',
      'secret newspaper',
      'token_hash',
    ])
      expect(text).not.toContain(word);
    expect(new Set(rows.map(({ table }) => table))).toEqual(
      new Set([
        'account',
        'audit_entry',
        'invitation',
        'person',
        'record',
        'seat',
        'session',
        'term',
        'voice',
        'voice_author',
      ]),
    );
  });

  test('is told to nobody else, and to nobody without a session', async () => {
    expect(await asOneself('nobody', readOwnRows)).toEqual([]);
    expect(await here.as('president', (ctx) => readOwnRows(ctx))).toEqual([]);
    expect(await asOneself('nobody', (ctx) => forgetMe(ctx, here.partnershipId))).toBe('gone');
  });

  test('comes as a file that opens, in one’s own language', async () => {
    const answer = await hono.request('http://concord.test/account/data.zip?lang=es', {
      headers: { cookie: 'concord.session_token=representative' },
    });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('application/zip');
    const files = unzipSync(new Uint8Array(await answer.arrayBuffer()));
    expect(Object.keys(files)).toEqual(
      expect.arrayContaining(['about-me.html', 'index.json', 'data/voice.jsonl']),
    );
    expect(new TextDecoder().decode(files['about-me.html'])).toContain(
      'Lo que Concord guarda sobre',
    );
  });
});

describe('taking one’s name out', () => {
  test('waits until one has left, and until no hold stands', async () => {
    expect(await forget()).toBe('seated');
    await leave();
    const before = here.clock.now();
    const { owner } = here.database;
    await here.as('superintendent', (ctx) =>
      placeHold(ctx, { scope: 'person', person: here.seats.representative.personId, reason: 'x' }),
    );
    expect(await asOneself('representative', readOwnPartnerships)).toMatchObject([
      { hindrance: 'held', seat: 'Building representative' },
    ]);
    expect(await forget()).toBe('held');
    expect(before).toEqual(here.clock.now());
    await owner.query('update legal_hold set lifted_at = $1', [here.clock.now()]);
  });

  test('says before what goes and what stays', async () => {
    const answer = await hono.request('http://concord.test/account/data', {
      headers: { cookie: 'concord.session_token=representative', 'accept-language': 'en' },
    });
    const text = await answer.text();
    expect(text).toContain('Former member, Building representative');
    expect(text).toContain('Texts are not searched');
    expect(text).toContain('What goes');
  });

  test('takes name, address, account and what was theirs alone; what was done stays under the seat', async () => {
    const { personId, seatId } = here.seats.representative;
    expect(await forget()).toBe('account-gone');
    const { owner } = here.database;
    const one = async (statement: string, values: unknown[]) =>
      (await owner.query<{ n: number }>(`select count(*)::int as n from ${statement}`, values))
        .rows[0]?.n;
    const [person] = (
      await owner.query('select name, account_id from person where id = $1', [personId])
    ).rows;
    expect(person).toEqual({ name: 'Former member, Building representative', account_id: null });
    expect(await one('voice_author where person_id = $1', [personId])).toBe(0);
    expect(await one('person_contact where person_id = $1', [personId])).toBe(0);
    expect(await one(`auth."user" where email = 'representative@test.example'`, [])).toBe(0);
    expect(await one('record where created_by_seat = $1', [seatId])).toBe(1);
    expect(await one('voice where id = $1', [unnamed])).toBe(1);
    expect(await one('term where person_id = $1', [personId])).toBe(1);
    const lines = await here.as('board', ({ db }) =>
      db
        .selectFrom('auditEntry')
        .select('personId')
        .where('action', '=', 'person.forgotten')
        .execute(),
    );
    expect(lines).toEqual([{ personId }]);
    expect((await verifyAudit(owner))[0]?.broken).toBeNull();
    expect(await forget()).toBe('gone');
  });

  test('leaves no trace of the name or address in any table', async () => {
    const { owner } = here.database;
    const tables = await owner.query<{ name: string }>(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('public', 'auth')`,
    );
    for (const { name } of tables.rows) {
      const { rows } = await owner.query<{ row: string }>(
        `select to_jsonb(t)::text as row from ${name} t`,
      );
      expect(rows.filter(({ row }) => row.includes('representative@test.example'))).toEqual([]);
    }
    await expect(
      here.as('president', ({ db }) =>
        db.executeQuery(CompiledQuery.raw('update person set account_id = null')),
      ),
    ).rejects.toMatchObject({ code: '42501' });
  });
});

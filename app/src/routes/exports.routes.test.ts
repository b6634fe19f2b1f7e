import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CompiledQuery } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  leaveOut,
  makeCopy,
  openRequest,
  readRequest,
  reviewRequest,
  rowsOf,
} from '../partnership/export/server.ts';
import { insertRecord, linkRecords } from '../partnership/record/server.ts';
import {
  type CastName,
  type TestPartnership,
  testPartnership,
} from '../partnership/testing/test-partnership.ts';
import { answerVoice, raiseVoice } from '../prepare/voice/server.ts';

let here: TestPartnership;
let library: string;
let goalId: string;
let bus: string;
beforeAll(async () => {
  here = await testPartnership();
  library = await raise(
    'parent',
    'The library of <b>Ms. Rivera</b> closes early. ms.  rivera is kind.',
  );
  bus = await raise('representative', '=HYPERLINK("http://evil.example","The bus")');
  await raise('parent', 'Only families: the gym.', 'caucus');
  await raise('president', 'Only educators: the contract.', 'caucus');
  await here.as('parent', (ctx) => answerVoice(ctx, { voiceId: library, answer: 'We ask.' }));
  goalId = await here.as('superintendent', (ctx) =>
    insertRecord(ctx, {
      kind: 'goal',
      state: 'proposed',
      visibleTo: 'partnership',
      title: 'Open late',
    }),
  );
  await here.as('superintendent', (ctx) => linkRecords(ctx, library, goalId));
});
afterAll(() => here.close());

const raise = (who: CastName, body: string, visibility: 'partnership' | 'caucus' = 'partnership') =>
  here.as(who, (ctx) =>
    raiseVoice(ctx, {
      sort: 'concern',
      body,
      locale: 'en',
      visibility,
      named: true,
      answerSeat: here.seats[who].seatId,
      answerDays: 3,
    }),
  );

type Asked = Partial<Parameters<typeof openRequest>[1]>;
const begin = (who: CastName, asked: Asked = {}) =>
  here.as(who, (ctx) =>
    openRequest(ctx, {
      scope: 'partnership',
      askedBy: 'A newspaper',
      askedOn: '2026-09-30',
      locale: 'en',
      withOwn: false,
      ...asked,
    }),
  );
const look = (who: CastName, id: string) => here.as(who, (ctx) => reviewRequest(ctx, id, true));
const make = (who: CastName, id: string) => here.as(who, (ctx) => makeCopy(ctx, id));
const keysOf = (who: CastName, id: string) =>
  here.as(who, async (ctx) => {
    const keys: string[] = [];
    const { each } = await rowsOf(ctx, await readRequest(ctx, id));
    for await (const { table, key } of each()) keys.push(`${table}:${key}`);
    return keys.toSorted();
  });

/** Opened by a program that is not ours. */
function opened(zip: Uint8Array): Map<string, string> {
  const folder = mkdtempSync(join(tmpdir(), 'copy-'));
  try {
    writeFileSync(join(folder, 'copy.zip'), zip);
    const names = execFileSync('python3', [
      '-c',
      `import sys,zipfile
z=zipfile.ZipFile(sys.argv[1]); assert z.testzip() is None
z.extractall(sys.argv[2]); print("\\n".join(z.namelist()))`,
      join(folder, 'copy.zip'),
      folder,
    ]).toString();
    return new Map(
      names
        .trim()
        .split('\n')
        .map((name) => [name, readFileSync(join(folder, name), 'utf8')]),
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Every row that row-level security lets this person read, asked table by table. */
const readable = (who: CastName, closed: RegExp) =>
  here.as(who, async ({ db }) => {
    const query = async (statement: string) =>
      (await db.executeQuery<Record<string, string>>(CompiledQuery.raw(statement))).rows;
    const tables =
      await query(`select c.relname as name, (select string_agg(format('t.%I', a.attname), $$ || '/' || $$
        order by array_position(i.indkey::int2[], a.attnum)) from pg_attribute a where a.attrelid = c.oid
        and a.attnum = any (i.indkey) and a.attname <> 'partnership_id') as key
      from pg_class c join pg_index i on i.indrelid = c.oid and i.indisprimary
      where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and has_any_column_privilege(c.oid, 'select')
        and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'partnership_id')
        and c.relname !~ '^(mail|records_|caucus_)'`);
    const keys: string[] = [];
    for (const { name, key } of tables) {
      const rows = await query(
        `select ${key} as key, to_jsonb(t)->>'visible_to' as "visibleTo" from ${name} t where t.partnership_id = '${here.partnershipId}'`,
      );
      keys.push(
        ...rows.flatMap((row) => (closed.test(row.visibleTo ?? '') ? [] : [`${name}:${row.key}`])),
      );
    }
    return keys.toSorted();
  });

describe('a copy of everything', () => {
  test('holds every shared row that its preparer may read, and nothing else', async () => {
    for (const who of ['superintendent', 'president', 'parent'] as const) {
      const shared = await readable(who, /^(caucus|person):/);
      expect(await keysOf(who, await begin(who))).toEqual(shared);
      expect(shared.length).toBeGreaterThan(30);
      const withOwn = await keysOf(who, await begin(who, { withOwn: true }));
      expect(withOwn).toEqual(await readable(who, /^person:/));
      expect(withOwn.length).toBeGreaterThan(shared.length);
    }
  });

  test('is prepared by leads, each for themselves', async () => {
    await expect(begin('principal')).rejects.toMatchObject({ status: 403 });
    const id = await begin('superintendent');
    await expect(here.as('president', (ctx) => readRequest(ctx, id))).rejects.toMatchObject({
      status: 404,
    });
  });

  test('does not leave before it was looked through, nor when something changed since', async () => {
    const id = await begin('superintendent');
    await expect(make('superintendent', id)).rejects.toMatchObject({
      problems: { looked: 'export.look-first' },
    });
    await look('superintendent', id);
    await raise('parent', 'One more thing.');
    await expect(make('superintendent', id)).rejects.toMatchObject({
      problems: { looked: 'export.changed' },
    });
    await look('superintendent', id);
    await here.as('superintendent', (ctx) =>
      leaveOut(ctx, id, { items: [], passages: 'One more', within: '', reason: 'Test' }),
    );
    await expect(make('superintendent', id)).rejects.toMatchObject({
      problems: { looked: 'export.look-first' },
    });
    const forged = here.as('superintendent', ({ db }) =>
      db.executeQuery(
        CompiledQuery.raw('update records_request set made_at = now() where id = $1', [id]),
      ),
    );
    await expect(forged).rejects.toMatchObject({ code: '42501' });
  });

  test('has the same bytes for the same rows, opens elsewhere, and its hashes are right', async () => {
    const id = await begin('president', { locale: 'es' });
    await look('president', id);
    const first = await make('president', id);
    here.clock.advance(60_000);
    expect(Buffer.compare(first, await make('president', id))).toBe(0);
    await raise('parent', 'And another thing.');
    await expect(make('president', id)).rejects.toMatchObject({
      problems: { looked: 'export.went-on' },
    });
    const files = opened(first);
    expect([...files.keys()]).toEqual(
      expect.arrayContaining([
        'records.html',
        'index.json',
        'redactions.csv',
        'data/voice.jsonl',
        'tables/voice.csv',
      ]),
    );
    const index = JSON.parse(files.get('index.json') ?? '') as {
      files: { name: string; bytes: number; sha256: string }[];
    };
    expect(index.files.map(({ name }) => name).toSorted()).toEqual(
      [...files.keys()].filter((name) => name !== 'index.json').toSorted(),
    );
    const { createHash } = await import('node:crypto');
    for (const { name, bytes, sha256 } of index.files) {
      const text = Buffer.from(files.get(name) ?? '');
      expect([name, text.length]).toEqual([name, bytes]);
      expect(createHash('sha256').update(text).digest('hex')).toBe(sha256);
    }
    expect(files.get('records.html')).toContain('lang="es"');
    expect(files.get('records.html')).toContain('Open late');
  });

  test('is noted in the trail with its hash', async () => {
    const id = await begin('superintendent');
    await look('superintendent', id);
    const zip = await make('superintendent', id);
    const { createHash } = await import('node:crypto');
    const lines = await here.as('parent', ({ db }) =>
      db
        .selectFrom('auditEntry')
        .select(['action', 'details', 'visibleTo'])
        .where('action', '=', 'export.made')
        .orderBy('number', 'desc')
        .execute(),
    );
    expect(lines[0]).toMatchObject({
      visibleTo: 'partnership',
      details: { sha256: createHash('sha256').update(zip).digest('hex') },
    });
  });
});

describe('a copy of a topic', () => {
  test('holds the record, what led to it and what came of it, with all their parts', async () => {
    for (const record of [library, goalId]) {
      const keys = await keysOf('president', await begin('president', { scope: 'topic', record }));
      const records = keys.filter((key) => key.startsWith('record:'));
      expect(records).toEqual([`record:${library}`, `record:${goalId}`].toSorted());
      expect(keys).toContain(`voice:${library}`);
      expect(keys).toContain(`record_link:${library}/${goalId}`);
      expect(keys.filter((key) => key.startsWith('audit_entry:')).length).toBeGreaterThan(1);
      expect(keys).not.toContain(`voice:${bus}`);
    }
  });

  test('of a record that one may not read is none', async () => {
    const own = await raise('parent', 'Ours.', 'caucus');
    await expect(begin('president', { scope: 'topic', record: own })).rejects.toMatchObject({
      problems: { record: 'export.no-such-record' },
    });
  });
});

describe('a copy about a person', () => {
  test('holds what names them and what was done from their seat, with the heads of those records', async () => {
    const { personId, seatId } = here.seats.parent;
    const id = await begin('superintendent', { scope: 'person', person: personId });
    const keys = await keysOf('superintendent', id);
    expect(keys).toEqual(
      expect.arrayContaining([
        `person:${personId}`,
        `seat:${seatId}`,
        `voice:${library}`,
        `record:${library}`,
      ]),
    );
    expect(keys).not.toContain(`record:${bus}`);
    expect(keys).not.toContain(`person:${here.seats.president.personId}`);
  });
});

describe('what is left out', () => {
  test('is nowhere in the copy; the log says what, why, who and when, and not what it said', async () => {
    const id = await begin('superintendent');
    await here.as('superintendent', async (ctx) => {
      await leaveOut(ctx, id, {
        items: [],
        passages: 'Ms. Rivera',
        within: '',
        reason: '§ 6254(c)',
      });
      here.clock.advance(1);
      await leaveOut(ctx, id, {
        items: [`record:${bus}`],
        passages: '',
        within: '',
        reason: '§ 6254(k)',
      });
    });
    await look('superintendent', id);
    const files = opened(await make('superintendent', id));
    for (const text of files.values()) {
      expect(text.toLowerCase()).not.toMatch(/rivera|hyperlink/);
      expect(text).not.toContain(bus);
    }
    const log = files
      .get('redactions.jsonl')
      ?.trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(log).toMatchObject([
      { what: 'Wherever the words stand', why: '§ 6254(c)', who: 'Superintendent' },
      { what: expect.stringMatching(/^Voice, .*2026/), why: '§ 6254(k)', who: 'Superintendent' },
    ]);
    expect(files.get('records.html')).toContain('██████');
    await expect(
      here.as('superintendent', (ctx) =>
        leaveOut(ctx, id, { items: [], passages: 'more', within: '', reason: 'x' }),
      ),
    ).rejects.toMatchObject({ status: 403 });
  });

  test('text that somebody wrote is text: no markup in the document, no formula in a table', async () => {
    const id = await begin('superintendent');
    await look('superintendent', id);
    const files = opened(await make('superintendent', id));
    expect(files.get('records.html')).toContain('&lt;b&gt;Ms. Rivera&lt;/b&gt;');
    expect(files.get('records.html')).not.toContain('<b>');
    expect(files.get('tables/voice.csv')).toContain(`"'=HYPERLINK(""http`);
    expect(files.get('data/voice.jsonl')).toContain('=HYPERLINK');
  });
});

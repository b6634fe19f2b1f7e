import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { nobody } from '../partnership/access/index.ts';
import { addAccount, createSignIn } from '../partnership/account/server.ts';
import { foundPartnership, setupTokenHash } from '../partnership/founding/server.ts';
import { systemClock } from '../platform/clock.ts';
import { keptTables } from '../platform/database/backup/kept-tables.ts';
import { databaseOn, inTransaction } from '../platform/database/database.ts';
import { migrate } from '../platform/database/migrate.ts';
import { type OpenedDatabase, openDatabase } from '../platform/database/open-database.ts';
import { systemRandom } from '../platform/random.ts';
import { signerWith } from '../platform/signer.ts';
import { temporaryFolder } from '../platform/testing/temporary-database.ts';
import { commands } from './commands.ts';
import { runCommand } from './run-command.ts';

const folder = mkdtempSync(join(temporaryFolder(), 'concord-test-backup-'));
const [here, there, file] = ['here', 'there', 'kept.backup'].map((name) => join(folder, name)) as [
  string,
  string,
  string,
];
const quick = { durable: false, purpose: 'the backup test' };
let opened: OpenedDatabase;
beforeAll(async () => {
  opened = await openDatabase({ dataFolder: here, ...quick });
  await migrate(opened);
}, 60_000);
afterAll(async () => {
  await opened.close();
  rmSync(folder, { recursive: true, force: true });
});

async function type(words: string[], source: Record<string, string>) {
  const said: string[] = [];
  const say = (line: string) => said.push(line);
  const code = await runCommand(commands, words, source, { say, complain: say });
  return { code, said: said.join('\n') };
}

/** One more partnership: rows of a dozen tables and lines of the trail, in one transaction. */
async function foundOne(n: number): Promise<string> {
  const random = systemRandom(systemClock);
  const signIn = createSignIn({
    pool: opened.auth,
    secret: opened.secret('sign-in'),
    baseUrl: 'http://concord.test',
    clock: systemClock,
    random,
    sendMagicLink: async () => {},
  });
  const email = `lead${n}@test.example`;
  const id = await addAccount(signIn, { name: `Lead ${n}`, email, locale: 'en' });
  const token = `link ${n}`;
  await opened.owner.query('insert into setup_token (token_hash) values ($1)', [
    setupTokenHash(token),
  ]);
  const founded = await inTransaction(databaseOn(opened.app), (db) =>
    foundPartnership(
      {
        db,
        actor: nobody,
        clock: systemClock,
        random,
        signer: signerWith(opened.secret('links')),
        baseUrl: 'http://concord.test',
      },
      {
        token,
        account: { id: id!, name: `Lead ${n}` },
        name: `District ${n}`,
        level: 'district',
        place: 'Ñandú “quoted” \\ place',
        timeZone: 'America/New_York',
        locale: 'es',
        administrationName: 'Administration',
        founderTitle: 'Superintendent',
        associationName: 'Association',
        presidentTitle: 'President',
        presidentName: 'President',
        presidentEmail: `president${n}@test.example`,
        cycleName: 'Year',
        startsOn: '2026-08-15',
        actOn: '2026-11-01',
        reflectOn: '2027-04-15',
        endsOn: '2027-06-30',
      },
    ),
  );
  return founded.slug;
}

/** Every row of every table, as text. */
async function contentOf({ owner }: OpenedDatabase): Promise<Map<string, Set<string>>> {
  const content = new Map<string, Set<string>>();
  for (const { table } of await keptTables(owner)) {
    const { rows } = await owner.query<{ row: string }>(
      `select to_jsonb(t)::text as row from ${table} t`,
    );
    content.set(table, new Set(rows.map(({ row }) => row)));
  }
  return content;
}

test('what was written under load is whole after a backup and a restore', {
  timeout: 120_000,
}, async () => {
  for (let n = 0; n < 5; n += 1) await foundOne(n);
  const before = await contentOf(opened);
  let n = 5;
  let going = true;
  const load = (async () => {
    while (going) {
      await foundOne(n);
      n += 1;
    }
  })();
  // It joins the running installation by its data folder, as beside a running Concord.
  const backup = await type(['backup', file], { CONCORD_DATA: here });
  going = false;
  await load;
  expect(backup).toMatchObject({ code: 0, said: expect.stringContaining('whole') });
  expect(statSync(file).mode & 0o777).toBe(0o600);

  const restore = await type(['restore', file], { CONCORD_DATA: there });
  expect(restore).toMatchObject({ code: 0 });
  expect(restore.said).toMatch(/audit trail is whole: \d+ entries/);
  expect(restore.said).not.toContain('secrets here are others');
  expect(statSync(join(there, 'secrets.json')).mode & 0o777).toBe(0o600);
  // As root the database runs as somebody else, who must pass through and may read nothing.
  expect(statSync(there).mode & 0o066).toBe(0);
  expect(readFileSync(join(there, 'secrets.json'))).toEqual(
    readFileSync(join(here, 'secrets.json')),
  );

  const restored = await openDatabase({ dataFolder: there, ...quick });
  try {
    expect(await migrate(restored)).toEqual([]);
    const [after, now] = [await contentOf(restored), await contentOf(opened)];
    const partnerships = after.get('public.partnership')!.size;
    expect(partnerships).toBeGreaterThanOrEqual(5);
    // Every partnership is there with all that was written with it, or not at all.
    expect(after.get('public.organization')!.size).toBe(2 * partnerships);
    expect(after.get('public.invitation')!.size).toBe(partnerships);
    for (const [table, rows] of after) {
      const known = now.get(table)!;
      // A set-up link is used, and the trail's heads move, after the moment of the backup.
      if (table === 'public.setup_token' || table === 'public.audit_head') continue;
      expect([table, [...rows].filter((row) => !known.has(row))]).toEqual([table, []]);
      expect([table, [...before.get(table)!].filter((row) => !rows.has(row))]).toEqual([table, []]);
    }
    // Guards and policies are as they were.
    const guards = `select count(*) as n from pg_trigger where not tgisinternal and tgenabled = 'O'`;
    const keys = `select count(*) as n from pg_constraint where contype = 'f' and convalidated`;
    for (const question of [guards, keys])
      expect((await restored.owner.query(question)).rows).toEqual(
        (await opened.owner.query(question)).rows,
      );
  } finally {
    await restored.close();
  }
});

test('a restore writes over nothing, and a backup over no file', async () => {
  expect(await type(['restore', file], { CONCORD_DATA: here })).toEqual({
    code: 1,
    said: expect.stringContaining('already an installation'),
  });
  const again = await type(['backup', file], { CONCORD_DATA: here });
  expect(again).toEqual({ code: 1, said: expect.stringContaining('already a file') });
});

test('a file that broke off, was changed, or is something else is refused before anything is made', async () => {
  const broken = join(folder, 'broken.backup');
  const whole = readFileSync(file);
  const tries: [Buffer | string, RegExp][] = [
    [whole.subarray(0, whole.length - 2000), /cannot be read|not whole/],
    ['no backup', /cannot be read/],
    [Buffer.alloc(0), /cannot be read|empty|not whole/],
  ];
  for (const [content, says] of tries) {
    writeFileSync(broken, content);
    const { code, said } = await type(['restore', broken], { CONCORD_DATA: join(folder, 'new') });
    expect([code, said]).toEqual([1, expect.stringMatching(says)]);
  }
});

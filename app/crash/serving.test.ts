import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, expect, test } from 'vitest';
import { createSetupLink } from '../src/command/create-setup-link.ts';
import { systemClock } from '../src/platform/clock.ts';
import { joinDatabase } from '../src/platform/database/join-database.ts';
import { projectRoot } from '../src/platform/project-root.ts';
import { seededRandom, systemRandom } from '../src/platform/random.ts';
import { type FoundingClient, foundingClient } from './founding-client.ts';
import { noProcessOfFolder } from './processes-of-folder.ts';
import { endAllPrograms, startProgram } from './program-under-test.ts';

/** Each takes as long as several of the plain writing program. */
const kills = Math.max(2, Math.round(Number(process.env.CRASH_KILLS ?? 50) / 5));
const clientsAtOnce = 3;
const dataFolder = mkdtempSync(join(tmpdir(), 'concord-crash-'));
afterAll(async () => {
  await endAllPrograms();
  await noProcessOfFolder(dataFolder, 15_000);
  rmSync(dataFolder, { recursive: true, force: true });
});

test(`${kills} kills of the built server lose no partnership that a person was told is there`, async () => {
  const random = seededRandom(process.env.CRASH_SEED ?? 'concord', systemClock);
  const clients = Array.from({ length: clientsAtOnce }, (_, index) =>
    foundingClient(`kim-${index}@example.org`),
  );
  const told: string[] = [];
  for (let round = 0; round < kills; round += 1) {
    const { program, address } = await serve();
    const tokens = await freshTokens(200);
    const foundOne = async (client: FoundingClient) => {
      const name = `Round ${round} link ${tokens.length}`;
      const place = await client.found(address, tokens.pop()!, name).catch((error: Error) => {
        throw new Error(`${error.message}\n${program.complaints()}`);
      });
      if (place) told.push(place.replace('/p/', ''));
      return place !== null;
    };
    const foundUntilKilled = async (client: FoundingClient) => {
      while (tokens.length > 0 && (await foundOne(client)));
    };
    // A first time signs up, which takes the server long.
    if (round === 0) await Promise.all(clients.map(foundOne));
    const work = clients.map(foundUntilKilled);
    await sleep(random.number() * 1500);
    program.child.kill('SIGKILL');
    await Promise.all(work);
    await program.ended;
  }
  const { program, address } = await serve();
  expect((await fetch(address)).status).toBe(200);
  expect(told.filter((slug) => slug.includes('/'))).toEqual([]);
  expect([...(await missing(told))]).toEqual([]);
  const audit = startProgram(
    join(projectRoot(), 'app', 'bin', 'concord.mjs'),
    ['audit', 'verify'],
    {
      env: { CONCORD_DATA: dataFolder, DATABASE_URL: '' },
    },
  );
  expect(await audit.ended, audit.complaints()).toBe(0);
  expect(audit.lines.length).toBeGreaterThanOrEqual(told.length);
  expect(audit.lines.filter((line) => !line.endsWith(', whole'))).toEqual([]);
  program.child.kill('SIGTERM');
  expect(await program.ended).toBe(0);
  expect(await noProcessOfFolder(dataFolder, 15_000)).toBe(true);
  console.log(`${kills} kills of the built server, ${told.length} partnerships told of, all kept`);
  expect(told.length).toBeGreaterThan(kills);
});

async function serve() {
  const script = join(projectRoot(), 'dist', 'server', 'main.js');
  const program = startProgram(script, [], {
    env: { CONCORD_DATA: dataFolder, PORT: '0', DATABASE_URL: '', LOG_LEVEL: 'error' },
  });
  const match = await program.complained(/ready at (http:\S+)\n/);
  if (!match) throw new Error(program.complaints());
  return { program, address: match[1]! };
}

const joinedDatabase = () => joinDatabase({ dataFolder, purpose: 'the crash test' });

async function freshTokens(count: number): Promise<string[]> {
  const database = await joinedDatabase();
  const options = { baseUrl: '', clock: systemClock, random: systemRandom(systemClock) };
  const links = Array.from({ length: count }, () => createSetupLink(database.owner, options));
  const tokens = (await Promise.all(links)).map((link) => link.replace('/start/', ''));
  await database.close();
  return tokens;
}

/** A partnership is there when all of it is: its cycle, both organizations and the invitation. */
async function missing(slugs: string[]): Promise<Set<string>> {
  const database = await joinedDatabase();
  const { rows } = await database.owner.query<{ slug: string }>(
    `select slug from partnership p
     where exists (select from cycle where partnership_id = p.id)
       and (select count(*) from organization where partnership_id = p.id) = 2
       and exists (select from invitation where partnership_id = p.id)`,
  );
  await database.close();
  const whole = new Set(rows.map(({ slug }) => slug));
  return new Set(slugs.filter((slug) => !whole.has(slug)));
}

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, expect, test } from 'vitest';
import { systemClock } from '../src/platform/clock.ts';
import { joinDatabase } from '../src/platform/database/join-database.ts';
import { readPostmasterFile } from '../src/platform/database/postmaster-file.ts';
import { seededRandom } from '../src/platform/random.ts';
import { noProcessOfFolder } from './processes-of-folder.ts';
import { endAllPrograms, type ProgramUnderTest, startProgram } from './program-under-test.ts';

const kills = Number(process.env.CRASH_KILLS ?? 50);
const seed = process.env.CRASH_SEED ?? 'concord';
const script = join(import.meta.dirname, 'writing-program.ts');
const dataFolder = mkdtempSync(join(tmpdir(), 'concord-crash-'));
afterAll(async () => {
  await endAllPrograms();
  await noProcessOfFolder(dataFolder, 15_000);
  rmSync(dataFolder, { recursive: true, force: true });
});

/** What goes at once: mostly the application; sometimes what guards it, or everything there is. */
const victims = ['app', 'app', 'app', 'app and watchdog', 'app and database', 'all'] as const;

test(`${kills} kills under writing load lose no acknowledged write and leave no database behind`, async () => {
  const random = seededRandom(seed, systemClock);
  const acknowledged = new Set<number>();
  const seen = { beforeReady: 0, whileWriting: 0 };
  for (let round = 0; round < kills; round += 1) {
    const program = startProgram(script, [dataFolder, String(round * 1_000_000)]);
    // A third of the kills hit the start, whenever that is; the others hit the writing.
    const early = random.number() < 1 / 3;
    if (early) await sleep(random.number() * 600);
    else {
      expect(await program.said('ready'), program.complaints()).toBe(true);
      if (round % 5 === 0) await everythingIsThere(acknowledged);
      await sleep(random.number() * 300);
    }
    kill(program, victims[Math.floor(random.number() * victims.length)]!);
    await program.ended;
    expect(program.complaints()).toBe('');
    seen[program.lines.includes('ready') ? 'whileWriting' : 'beforeReady'] += 1;
    for (const line of program.lines)
      if (line.startsWith('kept ')) acknowledged.add(Number(line.slice(5)));
  }
  const last = startProgram(script, [dataFolder, String(kills * 1_000_000)]);
  expect(await last.said('ready'), last.complaints()).toBe(true);
  await everythingIsThere(acknowledged);
  kill(last, 'app');
  await last.ended;
  expect(await noProcessOfFolder(dataFolder, 15_000)).toBe(true);
  console.log(
    `${kills} kills (${seen.beforeReady} during the start, ${seen.whileWriting} while writing), ${acknowledged.size} acknowledged writes, all kept`,
  );
  expect(acknowledged.size).toBeGreaterThan(kills);
});

async function everythingIsThere(acknowledged: Set<number>): Promise<void> {
  const database = await joinDatabase({ dataFolder, purpose: 'the crash test' });
  const { rows } = await database.owner.query<{ number: number }>(
    'select number from crash_write where length(filler) = 500',
  );
  await database.close();
  const stored = new Set(rows.map(({ number }) => number));
  expect([...acknowledged].filter((number) => !stored.has(number))).toEqual([]);
}

function kill(program: ProgramUnderTest, victim: (typeof victims)[number]): void {
  program.child.kill('SIGKILL');
  if (victim === 'app and watchdog' || victim === 'all') {
    try {
      const record = readFileSync(join(dataFolder, 'watchdog.json'), 'utf8');
      killNumber(-(JSON.parse(record) as { pid: number }).pid);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error; // not set yet
    }
  }
  if (victim === 'app and database' || victim === 'all') {
    const postmaster = readPostmasterFile(join(dataFolder, 'postgres'));
    if (postmaster) killNumber(postmaster.pid);
  }
}

function killNumber(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error; // it has ended by itself
  }
}

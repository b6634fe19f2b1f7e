import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { createServerFolder } from '../src/platform/database/create-server-folder.ts';
import { embeddedBinaries } from '../src/platform/database/embedded-binaries.ts';
import { readPostmasterFile } from '../src/platform/database/postmaster-file.ts';
import { identifyProcess, processNumbering } from '../src/platform/database/process-identity.ts';
import { temporaryFolder } from '../src/platform/testing/temporary-database.ts';
import { noProcessOfFolder } from './processes-of-folder.ts';
import { endAllPrograms, startProgram } from './program-under-test.ts';
import { sessionOf } from './session-of.ts';

const script = join(import.meta.dirname, 'writing-program.ts');
const isRoot = process.getuid?.() === 0;
/** nobody, who is on every system. */
const ordinary = { uid: 65_534, gid: 65_534 };

/** Only root can start programs as somebody else. */
const testAsRoot: typeof test | (() => void) = isRoot ? test : () => {};
/** And somebody else can run them only where this copy of the project lies open to others. */
const testAsOrdinary = isRoot && liesOpen(script) && liesOpen(process.execPath) ? test : () => {};

function liesOpen(path: string): boolean {
  for (let at = dirname(path); at !== dirname(at); at = dirname(at)) {
    if ((statSync(at).mode & 0o001) === 0) return false;
  }
  return true;
}

const folders: string[] = [];
function emptyFolder(mode = 0o755): string {
  const folder = mkdtempSync(join(temporaryFolder(), 'concord-crash-'));
  chmodSync(folder, mode);
  folders.push(folder);
  return folder;
}
afterEach(async () => {
  await endAllPrograms();
  for (const folder of folders.splice(0)) {
    expect(await noProcessOfFolder(folder, 15_000)).toBe(true);
    rmSync(folder, { recursive: true, force: true });
  }
});

let starts = 0;
function start(folder: string, as: { uid?: number; gid?: number } = {}) {
  starts += 1;
  return startProgram(script, [folder, String(starts * 1_000_000)], as);
}

test('a folder in use by another process is refused in one sentence, and the other is not disturbed', async () => {
  const folder = emptyFolder();
  const first = start(folder);
  expect(await first.said('ready')).toBe(true);
  const second = start(folder);
  expect(await second.ended).toBe(1);
  expect(second.complaints()).toBe(
    `The data folder ${folder} is already in use by the writing program (process ${first.child.pid}); stop that one first, or set CONCORD_DATA to another folder.`,
  );
  first.child.kill('SIGINT');
  expect(await first.ended, first.complaints()).toBe(0);
});

test('a lock and a server file whose process numbers went to other programs are recovered from', async () => {
  const folder = emptyFolder();
  const first = start(folder);
  expect(await first.said('ready')).toBe(true);
  first.child.kill('SIGINT');
  expect(await first.ended).toBe(0);
  const { pid } = process;
  const serverFile = [pid, join(folder, 'postgres'), 1, 5432, '/tmp', '', '', 'ready   ', ''];
  writeFileSync(join(folder, 'postgres', 'postmaster.pid'), serverFile.join('\n'));
  const holder = { pid, startedAt: '1', numbering: processNumbering(), purpose: 'an old one' };
  writeFileSync(join(folder, 'concord.lock'), JSON.stringify(holder));
  const second = start(folder);
  expect(await second.said('ready'), second.complaints()).toBe(true);
  second.child.kill('SIGTERM');
  expect(await second.ended, second.complaints()).toBe(0);
});

test('Ctrl-C reaches neither the server nor its watchdog, so that Concord drains first', async () => {
  const folder = emptyFolder();
  const program = start(folder);
  expect(await program.said('ready')).toBe(true);
  const server = readPostmasterFile(join(folder, 'postgres'))!;
  const watchdog = JSON.parse(readFileSync(join(folder, 'watchdog.json'), 'utf8')) as {
    pid: number;
  };
  const sessions = [server.pid, watchdog.pid].map(sessionOf);
  expect(sessions).toEqual([server.pid, watchdog.pid]);
  program.child.kill('SIGINT');
  expect(await program.ended, program.complaints()).toBe(0);
  expect(identifyProcess(server.pid)).toBeNull();
});

test('a database server that dies alone is started again', async () => {
  const folder = emptyFolder();
  const program = startProgram(join(import.meta.dirname, 'patient-program.ts'), [folder]);
  expect(await program.said('ready'), program.complaints()).toBe(true);
  process.kill(readPostmasterFile(join(folder, 'postgres'))!.pid, 'SIGKILL');
  expect(await program.said('back'), program.complaints()).toBe(true);
  expect(await program.ended).toBe(0);
});

testAsOrdinary('an ordinary user has a database that runs as that user', async () => {
  const folder = emptyFolder();
  chownSync(folder, ordinary.uid, ordinary.gid);
  const program = start(folder, ordinary);
  expect(await program.said('ready'), program.complaints()).toBe(true);
  expect(statSync(join(folder, 'postgres')).uid).toBe(ordinary.uid);
  expect(statSync(join(folder, 'secrets.json')).mode & 0o777).toBe(0o600);
  program.child.kill('SIGINT');
  expect(await program.ended, program.complaints()).toBe(0);

  const asRoot = start(folder);
  expect(await asRoot.said('ready'), asRoot.complaints()).toBe(true);
  asRoot.child.kill('SIGINT');
  expect(await asRoot.ended, asRoot.complaints()).toBe(0);

  const again = start(folder, ordinary);
  expect(await again.said('ready'), again.complaints()).toBe(true);
  again.child.kill('SIGINT');
  expect(await again.ended, again.complaints()).toBe(0);
});

testAsRoot(
  'root has a database that does not run as root, in a folder closed to others too',
  async () => {
    const folder = join(emptyFolder(0o700), 'data');
    const program = start(folder);
    expect(await program.said('ready'), program.complaints()).toBe(true);
    const server = readPostmasterFile(join(folder, 'postgres'))!;
    expect(statSync(`/proc/${server.pid}`).uid).not.toBe(0);
    program.child.kill('SIGINT');
    expect(await program.ended, program.complaints()).toBe(0);
  },
);

testAsRoot('root can keep the programs, too, in a folder closed to others', () => {
  const closed = emptyFolder(0o700);
  const { postgres, libraries } = embeddedBinaries(closed);
  const native = join(closed, 'native');
  cpSync(dirname(dirname(postgres)), native, { recursive: true });
  const binaries = {
    initdb: join(native, 'bin', 'initdb'),
    postgres: join(native, 'bin', 'postgres'),
    libraries,
  };
  const folder = join(closed, 'postgres');
  createServerFolder(folder, binaries, { superuserPassword: 'a word', durable: false });
  expect(readdirSync(folder)).toContain('PG_VERSION');
  expect(statSync(folder).uid).not.toBe(0);
});

testAsOrdinary(
  'a folder made by root is refused to an ordinary user, and nothing changes',
  async () => {
    const folder = emptyFolder();
    const program = start(folder);
    expect(await program.said('ready'), program.complaints()).toBe(true);
    program.child.kill('SIGINT');
    expect(await program.ended).toBe(0);
    const refused = start(folder, ordinary);
    expect(await refused.ended).toBe(1);
    expect(refused.complaints()).toMatch(
      /^The data folder .* belongs to root, and nobody may not write in it; .*\.$/,
    );
    expect(refused.complaints().split('\n')).toHaveLength(1);
  },
);

test('a folder that cannot be made or written in is refused in one sentence', async () => {
  const file = join(emptyFolder(), 'file');
  writeFileSync(file, '');
  const program = start(join(file, 'data'));
  expect(await program.ended).toBe(1);
  expect(program.complaints()).toMatch(/^The data folder .* cannot be made \(ENOTDIR\); .*\.$/);
});

test('an interrupted creation leaves no half of a database', async () => {
  const folder = emptyFolder();
  mkdirSync(join(folder, 'postgres.new', 'base'), { recursive: true });
  const program = start(folder);
  expect(await program.said('ready'), program.complaints()).toBe(true);
  expect(existsSync(join(folder, 'postgres.new'))).toBe(false);
  program.child.kill('SIGINT');
  expect(await program.ended, program.complaints()).toBe(0);
});

test('an unreachable DATABASE_URL is refused in one sentence', async () => {
  const folder = emptyFolder();
  const program = startProgram(join(import.meta.dirname, 'patient-program.ts'), [
    folder,
    'postgres://somebody:hidden-word@127.0.0.1:9/none',
  ]);
  expect(await program.ended).toBe(1);
  expect(program.complaints()).toBe(
    'The database of DATABASE_URL (127.0.0.1:9/none) cannot be used: nothing answers there.',
  );
});

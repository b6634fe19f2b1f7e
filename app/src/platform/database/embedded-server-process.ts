import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync, statSync, truncateSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { OperatorError } from '../errors.ts';
import type { EmbeddedBinaries } from './embedded-binaries.ts';
import { forgetPostmaster, livingPostmaster, readPostmasterFile } from './postmaster-file.ts';
import { identifyProcess } from './process-identity.ts';
import type { Launch } from './server-user.ts';

export type ServerFiles = { folder: string; socketFolder: string; logFile: string };

const logLimitBytes = 5 * 2 ** 20;

/** Starts the server and resolves once it answers; `onSpawned` learns of each attempt at once. */
export async function launchServer(
  binaries: EmbeddedBinaries,
  files: ServerFiles,
  launch: Launch,
  settings: Record<string, string>,
  onStep: (text: string) => void,
  onSpawned: (pid: number) => void,
): Promise<void> {
  for (let attempt = 0; ; attempt += 1) {
    const outcome = await launchOnce(binaries, files, launch, settings, onStep, onSpawned);
    if (outcome === 'ready') return;
    // Back ends of a server that was killed give up their shared memory within moments.
    const passing = /shared memory block .* still in use|lock file .* already exists/.test(outcome);
    if (!passing || attempt >= 100) {
      throw new OperatorError(
        `The database could not start (${outcome}); its log is ${files.logFile}.`,
      );
    }
    await sleep(100);
  }
}

async function launchOnce(
  binaries: EmbeddedBinaries,
  files: ServerFiles,
  launch: Launch,
  settings: Record<string, string>,
  onStep: (text: string) => void,
  onSpawned: (pid: number) => void,
): Promise<string> {
  if (!livingPostmaster(files.folder)) forgetPostmaster(files.folder);
  const logStart = trimLog(files.logFile);
  const log = openSync(files.logFile, 'a', 0o600);
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const [command, ...args] = [
    ...launch.prefix,
    binaries.postgres,
    '-D',
    files.folder,
    '-k',
    files.socketFolder,
    ...flags,
  ];
  const child = spawn(command!, args, {
    ...launch.options,
    cwd: '/',
    env: serverEnvironment(binaries),
    detached: true, // its own session: Ctrl-C reaches Concord alone, which drains first
    stdio: ['ignore', log, log],
  });
  if (child.pid !== undefined) onSpawned(child.pid);
  closeSync(log);
  child.unref();
  let ended = false;
  let failure = '';
  child.on('exit', () => {
    ended = true;
  });
  child.on('error', (error) => {
    ended = true;
    failure = error.message;
  });
  const started = Date.now();
  let told = started;
  while (!ended) {
    const postmaster = readPostmasterFile(files.folder);
    if (postmaster?.pid === child.pid && postmaster?.status === 'ready') return 'ready';
    if (Date.now() - told > 3000) {
      told = Date.now();
      const seconds = Math.round((told - started) / 1000);
      onStep(`The database is checking its files after an interruption (${seconds} s)`);
    }
    await sleep(10);
  }
  return failure || lastComplaint(files.logFile, logStart);
}

/** Asks the server to end its sessions and stop, and waits for it. */
export async function stopServer(pid: number, startedAt: string): Promise<void> {
  const lives = () => identifyProcess(pid)?.startedAt === startedAt;
  const signal = (name: 'SIGINT' | 'SIGQUIT') => {
    try {
      if (lives()) process.kill(pid, name);
    } catch (error) {
      if (lives()) throw error;
    }
  };
  signal('SIGINT');
  const patience = Date.now() + 60_000;
  while (lives() && Date.now() < patience) await sleep(10);
  signal('SIGQUIT');
  while (lives()) await sleep(10);
}

export function serverEnvironment(binaries: EmbeddedBinaries): NodeJS.ProcessEnv {
  return {
    PATH: process.env.PATH,
    LC_ALL: 'C',
    TZ: 'UTC',
    LD_LIBRARY_PATH: binaries.libraries,
    DYLD_LIBRARY_PATH: binaries.libraries,
  };
}

function trimLog(logFile: string): number {
  const size = statSync(logFile, { throwIfNoEntry: false })?.size ?? 0;
  if (size <= logLimitBytes) return size;
  truncateSync(logFile, 0);
  return 0;
}

function lastComplaint(logFile: string, from: number): string {
  const lines = readFileSync(logFile, 'utf8').slice(from).trim().split('\n');
  const fatal = lines.findLast((line) => /(FATAL|PANIC|error):/.test(line)) ?? lines.at(-1) ?? '';
  return fatal.replace(/^.*?(FATAL|PANIC):\s*/, '').trim() || 'it said nothing';
}

import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { identifyProcess, isSameProcess } from './process-identity.ts';
import type { Launch } from './server-user.ts';
import { removeSocketFolder } from './socket-folder.ts';

const recordIn = (dataFolder: string) => join(dataFolder, 'watchdog.json');

export type Watchdog = { dismiss(): void };

/** Ends with the pipe, that is with this process, however it dies; stays until the server is gone. */
const script = `cat >/dev/null
kill -INT "$1" 2>/dev/null
while [ -f "$2" ] && kill -0 "$1" 2>/dev/null; do sleep 0.02; done
rmdir "$3" 2>/dev/null`;

/** Stops the database server when this process dies without a chance to do so. */
export function setWatchdog(
  dataFolder: string,
  server: { pid: number; folder: string; socketFolder: string },
  launch: Launch,
): Watchdog {
  const pidFile = join(server.folder, 'postmaster.pid');
  const args = ['-c', script, 'watchdog', String(server.pid), pidFile, server.socketFolder];
  const [command, ...rest] = [...launch.prefix, '/bin/sh', ...args];
  const child = spawn(command!, rest, {
    ...launch.options,
    cwd: '/',
    detached: true, // its own session: Ctrl-C in the terminal must not reach it
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  child.unref();
  (child.stdin as unknown as { unref(): void }).unref();
  child.stdin?.on('error', () => {}); // the other end may go first when everything stops at once
  const record = recordIn(dataFolder);
  const { pid = 0 } = child;
  const startedAt = identifyProcess(pid)?.startedAt ?? '';
  const { socketFolder } = server;
  writeFileSync(record, JSON.stringify({ pid, startedAt, socketFolder } satisfies Earlier));
  return {
    dismiss() {
      end(child);
      rmSync(record, { force: true });
    },
  };
}

/** Whether the watchdog of an earlier run is at work, so that its server is about to stop. */
export function earlierWatchdogLives(dataFolder: string): boolean {
  const earlier = readEarlier(dataFolder);
  return earlier !== null && isSameProcess(earlier);
}

/** Removes what an earlier run could not, when even its watchdog was killed. */
export function cleanAfterEarlier(dataFolder: string): void {
  const earlier = readEarlier(dataFolder);
  if (earlier) removeSocketFolder(earlier.socketFolder);
}

type Earlier = { pid: number; startedAt: string; socketFolder: string };

function readEarlier(dataFolder: string): Earlier | null {
  try {
    return JSON.parse(readFileSync(recordIn(dataFolder), 'utf8')) as Earlier;
  } catch {
    return null; // none was left behind, or it was being written when its process died
  }
}

function end(child: ChildProcess): void {
  try {
    process.kill(-child.pid!, 'SIGKILL');
  } catch {
    // it has ended by itself, which is all that is wanted
  }
  child.stdin?.destroy();
}

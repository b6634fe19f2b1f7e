import { spawnSync } from 'node:child_process';
import {
  accessSync,
  chmodSync,
  constants,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { OperatorError } from '../errors.ts';
import { type EmbeddedBinaries, embeddedBinaries } from './embedded-binaries.ts';
import {
  launchServer,
  type ServerFiles,
  serverEnvironment,
  stopServer,
} from './embedded-server-process.ts';
import { livingPostmaster } from './postmaster-file.ts';
import { identifyProcess } from './process-identity.ts';
import { chooseLaunch, chooseServerUser, giveTo, type Launch } from './server-user.ts';
import {
  cleanAfterEarlier,
  earlierWatchdogLives,
  setWatchdog,
  socketFolderPrefix,
  type Watchdog,
} from './watchdog.ts';

export const embeddedSuperuser = 'postgres';
export const embeddedPort = 5432;
/** The major version of the server in the packages; a data folder belongs to one of them. */
const majorVersion = '18';

export type EmbeddedServer = {
  /** Folder of the unix socket, which is what a client gives as the host. */
  socketFolder: string;
  /** True when the server of an earlier process was found running and taken over. */
  adopted: boolean;
  pid(): number;
  stop(): Promise<void>;
};

export type EmbeddedOptions = {
  dataFolder: string;
  superuserPassword: string;
  onStep: (text: string) => void;
  /** Called when the server has ended by itself and could not be brought back. */
  onLost: (error: OperatorError) => void;
  settings?: Record<string, string>;
  /** False only for throw-away databases of tests. */
  durable?: boolean;
};

/** Runs the PostgreSQL server of a data folder; the caller holds the folder's lock. */
export async function startEmbeddedPostgres(options: EmbeddedOptions): Promise<EmbeddedServer> {
  const { dataFolder, onStep } = options;
  const folder = join(dataFolder, 'postgres');
  const binaries = embeddedBinaries(dataFolder);
  const user = chooseServerUser(folder);
  if (!existsSync(folder)) initialise(options, binaries, folder);
  checkFolder(folder);
  const launch = chooseLaunch(user, binaries.postgres, folder);

  const running = await settleEarlierServer(dataFolder, folder, onStep);
  const socketFolder = running?.socketFolder ?? makeSocketFolder(user);
  const files: ServerFiles = { folder, socketFolder, logFile: join(dataFolder, 'postgres.log') };
  const settings = {
    listen_addresses: '',
    timezone: 'UTC',
    log_timezone: 'UTC',
    ...(options.durable === false
      ? { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off' }
      : {}),
    ...options.settings,
  };
  let stopping = false;
  let watchdog: Watchdog | undefined;
  let current = { pid: 0, startedAt: '' };
  const follow = (pid: number) => {
    current = { pid, startedAt: identifyProcess(pid)?.startedAt ?? '' };
    watchdog?.dismiss();
    watchdog = setWatchdog(dataFolder, { pid, folder, socketFolder }, launch);
  };
  const start = () => launchServer(binaries, files, launch, settings, onStep, follow);
  try {
    if (running) follow(running.pid);
    else await start();
  } catch (error) {
    watchdog?.dismiss();
    rmSync(socketFolder, { recursive: true, force: true });
    throw error;
  }

  const recentRestarts: number[] = [];
  let restarting: Promise<void> = Promise.resolve();
  const revive = async () => {
    const minuteAgo = Date.now() - 60_000;
    while (recentRestarts.length > 0 && recentRestarts[0]! < minuteAgo) recentRestarts.shift();
    recentRestarts.push(Date.now());
    onStep('The database ended unexpectedly and is being started again');
    try {
      if (recentRestarts.length > 3) throw new OperatorError('The database keeps ending.');
      await start();
    } catch (error) {
      stopping = true;
      options.onLost(error instanceof OperatorError ? error : new OperatorError(String(error)));
    }
  };
  const check = setInterval(() => {
    if (stopping || identifyProcess(current.pid)?.startedAt === current.startedAt) return;
    restarting = restarting.then(async () => {
      const gone = identifyProcess(current.pid)?.startedAt !== current.startedAt;
      if (!stopping && gone) await revive();
    });
  }, 500);
  check.unref();

  return {
    socketFolder,
    adopted: running !== null,
    pid: () => current.pid,
    async stop() {
      stopping = true;
      clearInterval(check);
      await restarting;
      await stopServer(current.pid, current.startedAt);
      watchdog?.dismiss();
      rmSync(socketFolder, { recursive: true, force: true });
    },
  };
}

/** A server that an earlier process left: about to stop (waits for it), or here to stay (returns it). */
async function settleEarlierServer(
  dataFolder: string,
  folder: string,
  onStep: (text: string) => void,
): Promise<{ pid: number; socketFolder: string } | null> {
  let told = false;
  for (;;) {
    const watched = earlierWatchdogLives(dataFolder);
    const server = livingPostmaster(folder);
    if (!server && watched) {
      await sleep(20);
      continue;
    }
    if (!server) {
      cleanAfterEarlier(dataFolder);
      return null;
    }
    if (!watched && server.status === 'ready' && existsSync(server.socketFolder)) return server;
    if (!told) onStep('The database of the last run is still closing');
    told = true;
    // Without its socket a server is of no use to anybody.
    if (!watched && server.status === 'ready') process.kill(server.pid, 'SIGINT');
    await sleep(20);
  }
}

/** Makes the database in a folder beside and puts it in place whole, so that an interrupted start leaves no half of one. */
function initialise(options: EmbeddedOptions, binaries: EmbeddedBinaries, folder: string): void {
  options.onStep('Creating the database');
  const draft = `${folder}.new`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { mode: 0o700 });
  const user = chooseServerUser(draft);
  giveTo(user, draft);
  const launch = chooseLaunch(user, binaries.initdb, draft);
  const passwordFile = `${folder}.password`;
  writeFileSync(passwordFile, options.superuserPassword, { mode: 0o600 });
  giveTo(user, passwordFile);
  try {
    runInitdb(binaries, launch, [
      ...['-D', draft, '-U', embeddedSuperuser, `--pwfile=${passwordFile}`],
      ...['--auth=scram-sha-256', '--encoding=UTF8', '--no-instructions'],
      ...['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'],
      ...(options.durable === false ? ['--no-sync'] : []),
    ]);
    renameSync(draft, folder);
  } finally {
    rmSync(passwordFile, { force: true });
    rmSync(draft, { recursive: true, force: true });
  }
}

function runInitdb(binaries: EmbeddedBinaries, launch: Launch, flags: string[]): void {
  const [command, ...args] = [...launch.prefix, binaries.initdb, ...flags];
  const result = spawnSync(command!, args, {
    ...launch.options,
    cwd: '/',
    env: serverEnvironment(binaries),
    encoding: 'utf8',
  });
  if (result.status === 0) return;
  const lines = `${result.error?.message ?? ''}\n${result.stderr ?? ''}`.trim().split('\n');
  if (/could not look up effective user/.test(result.stderr ?? '')) {
    throw new OperatorError(
      `PostgreSQL runs only as a user with a name, and this one (${process.getuid?.()}) has none in /etc/passwd; add it there, or set DATABASE_URL.`,
    );
  }
  const reason = lines.find((line) => /error|fatal/i.test(line)) ?? lines.at(-1);
  throw new OperatorError(`The database could not be created (${reason}).`);
}

function checkFolder(folder: string): void {
  const uid = process.getuid?.();
  const owner = statSync(folder).uid;
  if (uid !== undefined && uid !== 0 && uid !== owner) {
    throw new OperatorError(
      `The database in ${folder} was made by another user (${owner === 0 ? 'root' : owner}, you are ${uid}); start Concord as root again, or set CONCORD_DATA to a folder of your own.`,
    );
  }
  const found = readFileSync(join(folder, 'PG_VERSION'), 'utf8').trim();
  if (found !== majorVersion) {
    throw new OperatorError(
      `The database in ${folder} was made by PostgreSQL ${found}, and this Concord brings PostgreSQL ${majorVersion}; use the Concord that made it, or restore a backup into a new folder.`,
    );
  }
}

/** Socket paths hold 107 characters at most, so the folder is not inside the data folder. */
function makeSocketFolder(user: ReturnType<typeof chooseServerUser>): string {
  const runtimeFolder = user ? undefined : process.env.XDG_RUNTIME_DIR;
  const parents = [runtimeFolder, tmpdir(), '/tmp'].filter(
    (parent) => parent !== undefined && parent.length < 70 && isWritable(parent),
  );
  const parent = parents[0];
  if (parent === undefined)
    throw new OperatorError('There is no folder for temporary files to write in; set TMPDIR.');
  const folder = mkdtempSync(join(parent, socketFolderPrefix));
  chmodSync(folder, 0o700);
  giveTo(user, folder);
  return folder;
}

function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK | constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { OperatorError } from '../errors.ts';
import { createServerFolder } from './create-server-folder.ts';
import { settleEarlierServer } from './earlier-server.ts';
import { embeddedBinaries } from './embedded-binaries.ts';
import { launchServer, type ServerFiles, stopServer } from './embedded-server-process.ts';
import { keepAlive } from './keep-alive.ts';
import { identifyProcess } from './process-identity.ts';
import { chooseLaunch, chooseServerUser } from './server-user.ts';
import { makeSocketFolder, removeSocketFolder } from './socket-folder.ts';
import { setWatchdog, type Watchdog } from './watchdog.ts';

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
  if (!existsSync(folder)) {
    onStep('Creating the database');
    createServerFolder(folder, binaries, options);
  }
  checkFolder(folder);
  const launch = chooseLaunch(user, binaries.postgres, folder);

  const running = await settleEarlierServer(dataFolder, folder, onStep);
  const socketFolder = running?.socketFolder ?? makeSocketFolder(user);
  const files: ServerFiles = { folder, socketFolder, logFile: join(dataFolder, 'postgres.log') };
  const settings = {
    listen_addresses: '',
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_checkpoints: 'off',
    log_error_verbosity: 'terse', // the details of an error quote what people wrote
    jit: 'off', // compiling costs more than it saves on short queries
    autovacuum_analyze_threshold: '10', // a district's tables are small, and without statistics plans are poor
    autovacuum_naptime: '15s',
    ...(options.durable === false
      ? { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off' }
      : {}),
    ...options.settings,
  };
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
    removeSocketFolder(socketFolder);
    throw error;
  }

  const keeping = keepAlive(() => alive(current), start, options);
  return {
    socketFolder,
    adopted: running !== null,
    pid: () => current.pid,
    async stop() {
      await keeping.end();
      await stopServer(current.pid, current.startedAt);
      watchdog?.dismiss();
      removeSocketFolder(socketFolder);
    },
  };
}

const alive = ({ pid, startedAt }: { pid: number; startedAt: string }) =>
  identifyProcess(pid)?.startedAt === startedAt;

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

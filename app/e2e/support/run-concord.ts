import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..', '..');

/** A Concord of its own: the built server on a free port, with a data folder that goes with it. */
export interface RunningConcord {
  address: string;
  /** The link that claims the fresh installation, as the server prints it for the operator. */
  setupLink: string;
  /** What it has logged as its own mistakes, a line each; all it said where it ended by itself. */
  errors: () => string[];
  stop: () => Promise<void>;
}

export async function runConcord(environment: NodeJS.ProcessEnv = {}): Promise<RunningConcord> {
  buildIfChanged();
  const data = mkdtempSync(join(tmpdir(), 'concord-e2e-'));
  const port = await freePort();
  const child = spawn(
    process.execPath,
    ['--enable-source-maps', join(root, 'dist', 'server', 'main.js')],
    {
      cwd: root,
      env: {
        ...process.env,
        HOST: '127.0.0.1',
        PORT: String(port),
        CONCORD_DATA: data,
        CONCORD_URL: '',
        SMTP_URL: '',
        LOG_LEVEL: 'error',
        ...environment,
      },
      // The channel ends the server when this process is gone.
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    },
  );
  const stop = async () => {
    if (child.exitCode === null && child.signalCode === null) {
      child.kill('SIGTERM');
      await once(child, 'close');
    }
    rmSync(data, { recursive: true, force: true });
  };
  try {
    return { ...(await whatItSays(child)), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function buildIfChanged(): void {
  const script = join(root, 'scripts', 'build-changed.mjs');
  const { status } = spawnSync(process.execPath, [script], { stdio: ['ignore', 'ignore', 2] });
  if (status !== 0) throw new Error('Concord could not be built.');
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return port;
}

/** Waits until it is ready; what it logs from then on is kept. */
function whatItSays(child: ChildProcess): Promise<Omit<RunningConcord, 'stop'>> {
  let said = '';
  let ended = '';
  const errors = () => [
    ...said.split('\n').filter((line) => line.startsWith('{')),
    ...(ended ? [ended] : []),
  ];
  return new Promise((resolve, reject) => {
    child.stderr!.on('data', (chunk: Buffer) => {
      said += chunk;
      const address = /ready at (\S+)/.exec(said)?.[1];
      const setupLink = /(\S+\/start\/\S+)/.exec(said)?.[1];
      if (address && setupLink) resolve({ address, setupLink, errors });
    });
    child.once('error', reject);
    child.once('close', (code, signal) => {
      // Asked to stop, it ends with 0.
      if (child.killed && code === 0) return;
      ended = `Concord ended with ${signal ?? code}:\n${said}`;
      reject(new Error(ended));
    });
  });
}

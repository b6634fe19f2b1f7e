import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from '../../app/src/platform/project-root.ts';
import { buildProgram } from './build-program.ts';

/** A Concord of the benchmark's own: the built server with its embedded database. */
export interface Installation {
  address: string;
  dataFolder: string;
  serverPid: number;
  stop(): Promise<void>;
}

const tmpfs = 0x01021994;

/** Starts the program people run on an empty data folder, which is gone afterwards. */
export async function startInstallation(): Promise<Installation> {
  await buildProgram();
  const dataFolder = mkdtempSync(join(folderOnDisk(), 'concord-bench-'));
  const child = spawn(process.execPath, [join(projectRoot(), 'dist', 'server', 'main.js')], {
    env: {
      ...process.env,
      CONCORD_DATA: dataFolder,
      DATABASE_URL: '',
      SMTP_URL: '',
      CONCORD_URL: '',
      HOST: '127.0.0.1',
      PORT: '0',
      LOG_LEVEL: 'warn',
    },
    stdio: ['ignore', 'inherit', 'pipe', 'ipc'],
  });
  const ended = once(child, 'close');
  const stop = async () => {
    child.kill('SIGTERM');
    await ended;
    rmSync(dataFolder, { recursive: true, force: true });
  };
  const address = await readyAddress(child.stderr!);
  if (address === null) {
    await stop();
    throw new Error('The server ended before it was ready; what it said is above.');
  }
  return { address, dataFolder, serverPid: child.pid!, stop };
}

/** Writing that never reaches a disk would measure something else. */
function folderOnDisk(): string {
  const folders = [tmpdir(), '/var/tmp'].filter((folder) => existsSync(folder));
  return folders.find((folder) => statfsSync(folder).type !== tmpfs) ?? tmpdir();
}

function readyAddress(stream: NodeJS.ReadableStream): Promise<string | null> {
  return new Promise((resolve) => {
    let said = '';
    let address: string | undefined;
    stream.on('data', (chunk: Buffer) => {
      if (address !== undefined) return process.stderr.write(chunk);
      said += chunk.toString();
      address = /ready at (http:\S+)/.exec(said)?.[1];
      return address !== undefined && resolve(address);
    });
    stream.once('end', () => {
      if (address === undefined) process.stderr.write(said);
      resolve(null);
    });
  });
}

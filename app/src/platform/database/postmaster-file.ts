import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { identifyProcess } from './process-identity.ts';

/** What a PostgreSQL server writes about itself into its data folder. */
export type Postmaster = {
  pid: number;
  socketFolder: string;
  status: 'starting' | 'ready' | 'stopping' | 'unknown';
};

/** The live server of this folder; null when none runs, whatever an old file says. */
export function livingPostmaster(serverFolder: string): Postmaster | null {
  const postmaster = readPostmasterFile(serverFolder);
  if (!postmaster) return null;
  const process = identifyProcess(postmaster.pid);
  // The number may have gone to another program since; ours names its folder on its command line.
  return process?.command.includes(`-D ${serverFolder} `) ? postmaster : null;
}

export function readPostmasterFile(serverFolder: string): Postmaster | null {
  let text: string;
  try {
    text = readFileSync(join(serverFolder, 'postmaster.pid'), 'utf8');
  } catch {
    return null;
  }
  const [pid, , , , socketFolder = '', , , status = ''] = text.split('\n');
  const known = (['starting', 'ready', 'stopping'] as const).find((word) => word === status.trim());
  const number = Number.parseInt(pid ?? '', 10);
  return number > 0 ? { pid: number, socketFolder, status: known ?? 'unknown' } : null;
}

export function forgetPostmaster(serverFolder: string): void {
  rmSync(join(serverFolder, 'postmaster.pid'), { force: true });
}

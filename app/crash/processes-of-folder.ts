import { readdirSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { identifyProcess } from '../src/platform/database/process-identity.ts';

/** Every living process that names this folder on its command line (Linux). */
export function processesOfFolder(folder: string): number[] {
  return readdirSync('/proc')
    .map(Number)
    .filter((pid) => pid > 0 && pid !== process.pid)
    .filter((pid) => identifyProcess(pid)?.command.includes(folder));
}

export async function noProcessOfFolder(folder: string, withinMs: number): Promise<boolean> {
  const giveUpAt = Date.now() + withinMs;
  while (processesOfFolder(folder).length > 0) {
    if (Date.now() > giveUpAt) return false;
    await sleep(20);
  }
  return true;
}

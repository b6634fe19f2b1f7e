import { existsSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { livingPostmaster } from './postmaster-file.ts';
import { cleanAfterEarlier, earlierWatchdogLives } from './watchdog.ts';

/** A server that an earlier process left: about to stop (waits for it), or here to stay (returns it). */
export async function settleEarlierServer(
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

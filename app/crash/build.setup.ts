import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/** The server that is killed is the one people run: the built one. */
export default function setup(): void {
  const script = join(import.meta.dirname, '..', '..', 'scripts', 'build-changed.mjs');
  const { status } = spawnSync(process.execPath, [script], { stdio: ['ignore', 'ignore', 2] });
  if (status !== 0) throw new Error('Concord could not be built.');
}

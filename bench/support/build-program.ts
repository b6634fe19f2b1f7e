import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { projectRoot } from '../../app/src/platform/project-root.ts';

/** Builds what people run, when its sources have changed. */
export async function buildProgram(): Promise<void> {
  const script = join(projectRoot(), 'scripts', 'build-changed.mjs');
  const { status } = spawnSync(process.execPath, [script], { stdio: ['ignore', 2, 2] });
  if (status !== 0) throw new Error('Concord could not be built.');
}

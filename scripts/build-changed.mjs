// Builds when what is built from has changed, and only then.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  accessSync,
  constants,
  existsSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fail, projectEnvironment, root, SetupError, say } from './runtime.mjs';

const inputs = [
  'app/src',
  'packages',
  'scripts',
  'package-lock.json',
  'tsconfig.json',
  'vite.config.ts',
];
const stamp = join(root, 'dist', '.built-from');
const notBuilt = /\.test\.tsx?$/;
const leftOut = new Set(['node_modules', 'dist', 'test', 'fixtures']);

/** Runs under any Node; the build itself runs under the project's own. */
export async function buildIfChanged(node) {
  const wanted = hashOfInputs();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  try {
    accessSync(existsSync(join(root, 'dist')) ? join(root, 'dist') : root, constants.W_OK);
  } catch {
    throw new SetupError(
      `The sources have changed since the last build, and this user may not write in ${root}. Please run npm start once as the folder's owner.`,
    );
  }
  await runBuild(node);
  writeFileSync(stamp, wanted);
}

function runBuild(node) {
  const child = spawn(node, [fileURLToPath(import.meta.url), '--now'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    env: projectEnvironment(node),
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) =>
      code === 0
        ? resolve()
        : reject(new SetupError('Concord could not be built; the reason is above.')),
    );
  });
}

function hashOfInputs() {
  const hash = createHash('sha256').update(process.platform);
  for (const path of inputs.flatMap(filesBeneath))
    hash.update(`\n${path}\n`).update(readFileSync(join(root, path)));
  return hash.digest('hex');
}

function filesBeneath(path) {
  const full = join(root, path);
  if (!existsSync(full)) return [];
  try {
    return readdirSync(full, { withFileTypes: true })
      .filter((entry) => !leftOut.has(entry.name) && !notBuilt.test(entry.name))
      .sort((a, b) => (a.name < b.name ? -1 : 1))
      .flatMap((entry) => filesBeneath(`${path}/${entry.name}`));
  } catch (error) {
    if (error.code === 'ENOTDIR') return [path];
    throw error;
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (process.argv[2] === '--now') {
    const { build } = await import('./build.mjs');
    await build({ onStep: (text) => say(`  ${text} ...`) });
  } else {
    await buildIfChanged(process.execPath).catch(fail);
  }
}

// Runs test projects of vitest.config.ts in a process of their own, and counts.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { nothing } from './counts.mjs';
import { root } from './runtime.mjs';

const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs');
const reporters = [
  'default',
  ...['values-reporter.mjs', 'counting-reporter.mjs'].map((name) => join(root, 'scripts', name)),
];

/** What the projects came to; a run that ends badly without saying why counts as one failure. */
export function runSuites(projects, workers, environment = {}) {
  return inFolder(async (folder) => {
    const file = join(folder, 'counts.json');
    const code = await run(
      [
        'run',
        ...projects.map((name) => `--project=${name}`),
        ...reporters.map((reporter) => `--reporter=${reporter}`),
        `--maxWorkers=${workers}`,
        // A test shows what it prints when it fails.
        '--silent=passed-only',
      ],
      { ...environment, COUNTS_FILE: file },
    );
    const counts = readCounts(file);
    if (counts && (code === 0 || counts.failed > 0)) return counts;
    const failure = `${projects.join(', ')}: the run itself ended with ${code}`;
    return { ...nothing, ...counts, failed: 1, failures: [failure] };
  });
}

/** How many tests the projects have, read from their files alone; a table of cases counts as one. */
export function countSuites(projects) {
  return inFolder(async (folder) => {
    const file = join(folder, 'tests.json');
    await run(['list', ...projects.map((name) => `--project=${name}`), `--json=${file}`]);
    return JSON.parse(readFileSync(file, 'utf8')).length;
  });
}

async function inFolder(work) {
  const folder = mkdtempSync(join(tmpdir(), 'concord-counts-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function readCounts(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined; // the run ended before it could count
  }
}

function run(args, environment = {}) {
  const child = spawn(process.execPath, [vitest, ...args], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...environment },
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => resolve(code ?? signal));
  });
}

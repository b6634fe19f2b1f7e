// Format and lint, types and import rules: what a machine can say of the sources without running them.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { add, nothing } from './counts.mjs';
import { root } from './runtime.mjs';

const tool = (name) => join(root, 'node_modules', '.bin', name);

const checks = [
  ['format and lint', tool('biome'), 'check', '--error-on-warnings', '.'],
  ['types', tool('tsc'), '-p', '.'],
  ['import rules', process.execPath, join(root, 'scripts', 'import-rules.mjs')],
];

/** All at once; each says how it went as it ends, and counts as one. */
export async function runChecks() {
  const results = await Promise.all(checks.map(([name, ...command]) => runCheck(name, command)));
  return results.reduce(add, nothing);
}

async function runCheck(name, [command, ...args]) {
  const { code, output } = await run(command, args);
  if (code === 0) {
    console.log(`  ${name}: ok`);
    return { ...nothing, passed: 1 };
  }
  console.log(`  ${name}: failed\n${output}`);
  return { ...nothing, failed: 1, failures: [name] };
}

function run(command, args) {
  const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  const chunks = [];
  child.stdout.on('data', (chunk) => chunks.push(chunk));
  child.stderr.on('data', (chunk) => chunks.push(chunk));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, output: Buffer.concat(chunks).toString() }));
  });
}

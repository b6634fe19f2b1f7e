import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(dirname(dirname(fileURLToPath(import.meta.url)))));
const folder = process.env.CONCORD_REFERENCE_BENCH ?? join(root, '..', 'shared', 'bench');

export type ReferenceRun =
  | { readonly output: string; readonly missing: null }
  | { readonly output: null; readonly missing: string };

/**
 * Runs a reference program to its end and returns what it printed.
 * @param interpreter  For example `/usr/bin/python3` or `Rscript`.
 * @returns `missing` says in a sentence why there is no reference: not on this machine, or it failed.
 */
export async function runReference(
  interpreter: string,
  program: string,
  args: readonly string[] = [],
  cwd?: string,
): Promise<ReferenceRun> {
  const path = join(folder, program);
  if (!existsSync(path)) return { output: null, missing: `${program} is not on this machine` };
  return new Promise((resolve) => {
    const options = { stdio: ['ignore', 'pipe', 'pipe'] as ['ignore', 'pipe', 'pipe'] };
    const child = spawn(interpreter, [path, ...args], cwd ? { ...options, cwd } : options);
    let [output, complaint] = ['', ''];
    child.stdout.on('data', (chunk) => {
      output += chunk;
    });
    child.stderr.on('data', (chunk) => {
      complaint = (complaint + chunk).slice(-400);
    });
    child.on('error', (error) => resolve({ output: null, missing: error.message }));
    child.on('close', (code) => {
      if (code === 0) return resolve({ output, missing: null });
      const reason = complaint.trim().split('\n').at(-1) ?? '';
      resolve({ output: null, missing: `${program} ended with ${code}: ${reason}` });
    });
  });
}

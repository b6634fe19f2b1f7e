// Runs a script of this project (or with --bin a tool from node_modules) under the project's own Node.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { ensureRuntime, fail, root } from './runtime.mjs';

const [first, ...rest] = process.argv.slice(2);
try {
  const { node } = await ensureRuntime();
  const script =
    first === '--bin' ? join(root, 'node_modules', '.bin', rest.shift()) : resolve(root, first);
  if (!existsSync(script)) throw new Error(`${script} does not exist`);
  const child = spawn(node, [script, ...rest], {
    stdio: 'inherit',
    cwd: root,
    env: { ...process.env, PATH: `${dirname(node)}:${process.env.PATH}` },
  });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  child.on('close', (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
} catch (error) {
  fail(error);
}

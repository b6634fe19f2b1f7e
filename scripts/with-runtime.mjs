// Runs a script of this project (or with --bin a tool from node_modules) under the project's own Node.
import { join, resolve } from 'node:path';
import { fail, root, runUnderProjectNode } from './runtime.mjs';

const [first, ...rest] = process.argv.slice(2);
try {
  const script =
    first === '--bin' ? join(root, 'node_modules', '.bin', rest.shift()) : resolve(root, first);
  process.exit(await runUnderProjectNode(script, rest, { cwd: root }));
} catch (error) {
  fail(error);
}

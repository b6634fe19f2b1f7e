#!/usr/bin/env node
// The operator's command. Plain JavaScript for any Node from 18 on: the work is done under the project's own Node.
import { realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = join(dirname(realpathSync(fileURLToPath(import.meta.url))), '..', '..');
const { fail, runUnderProjectNode } = await import(
  pathToFileURL(join(root, 'scripts', 'runtime.mjs')).href
);
try {
  const main = join(root, 'app', 'src', 'command', 'main.ts');
  process.exit(await runUnderProjectNode(main, process.argv.slice(2)));
} catch (error) {
  fail(error);
}

#!/usr/bin/env node
// Plain JavaScript for old Nodes too: the engine itself is TypeScript that Node 24 runs directly.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const packageFolder = dirname(dirname(fileURLToPath(import.meta.url)));
const major = Number.parseInt(process.versions.node, 10);

/** The Node that the project's set-up brought, if it is there. */
function projectNode() {
  const modules = join(packageFolder, '..', '..', '.runtime', 'node_modules');
  if (!existsSync(modules)) return undefined;
  return readdirSync(modules)
    .filter((name) => name.startsWith('node-'))
    .flatMap((name) => [join(modules, name, 'bin', 'node'), join(modules, name, 'bin', 'node.exe')])
    .find((path) => existsSync(path));
}

if (major >= 24) {
  // A reader that closes early (head, less) is no fault of ours.
  process.stdout.on('error', (error) => {
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });
  const { main } = await import('../src/command/main.ts');
  const { processIo } = await import('../src/command/process-io.ts');
  try {
    process.exitCode = await main(process.argv.slice(2), processIo);
  } catch (error) {
    const detail = process.env.CONCORD_DEBUG ? error.stack : `${error.name}: ${error.message}`;
    process.stderr.write(
      `concord-analyze failed; this is a fault of the program, not of your file.\n${detail}\n`,
    );
    process.exitCode = 1;
  }
} else {
  const self = fileURLToPath(import.meta.url);
  const setUp = join(packageFolder, '..', '..', 'scripts', 'with-runtime.mjs');
  if (!projectNode() && existsSync(setUp)) {
    // Brings the right Node; what it runs there does not matter.
    spawnSync(process.execPath, [setUp, self, '--help'], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
  }
  const node = projectNode();
  if (node) {
    const child = spawnSync(node, [self, ...process.argv.slice(2)], {
      stdio: 'inherit',
    });
    process.exitCode = child.status ?? 1;
  } else {
    process.stderr.write(
      `concord-analyze needs Node 24 or later; this is Node ${process.versions.node}. Run "npm start" once in the project, which brings the right Node, or install it.\n`,
    );
    process.exitCode = 1;
  }
}

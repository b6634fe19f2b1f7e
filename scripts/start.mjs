// `npm start`: brings what is missing, builds what has changed, then serves until Ctrl-C.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { buildIfChanged } from './build-changed.mjs';
import { ensureRuntime, fail, projectEnvironment, root, say } from './runtime.mjs';

/** npm passes Ctrl-C on beside the terminal: signals this close are one key press. */
const samePressMs = 200;

function serve(node) {
  const child = spawn(node, ['--enable-source-maps', join(root, 'dist', 'server', 'main.js')], {
    cwd: root,
    env: projectEnvironment(node),
    // Its own process group, so that signals reach it through here and once; the channel tells it
    // to stop when this process is gone.
    detached: true,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  let askedAt;
  const ask = (signal) => {
    if (askedAt !== undefined && performance.now() - askedAt < samePressMs) return;
    if (askedAt === undefined) say('\n  Stopping; press Ctrl-C again to stop at once ...');
    askedAt = performance.now();
    child.kill(signal);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => ask(signal));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => {
      if (signal)
        say(`Concord was ended by ${signal}; npm start brings it back with all that was kept.`);
      resolve(signal ? 1 : (code ?? 1));
    });
  });
}

try {
  say('Concord');
  const { node } = await ensureRuntime();
  await buildIfChanged(node);
  process.exit(await serve(node));
} catch (error) {
  fail(error);
}

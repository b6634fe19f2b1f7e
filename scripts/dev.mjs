// `npm run dev`: serves Concord and rebuilds and restarts it whenever a source changes.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { build } from 'vite';
import { root, say } from './runtime.mjs';

const serverFile = join(root, 'dist', 'server', 'main.js');
let server;
let restarting = Promise.resolve();

function start() {
  server = spawn(process.execPath, ['--enable-source-maps', serverFile], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
}

function stop() {
  const running = server;
  if (!running || running.exitCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    running.on('close', resolve);
    running.kill('SIGTERM');
  });
}

function restart() {
  restarting = restarting.then(stop).then(start);
}

/** Builds once, then again after each change; calls back after every build that worked. */
async function watch(mode, onBuilt) {
  const watcher = await build({
    root,
    mode,
    logLevel: 'warn',
    configFile: join(root, 'vite.config.ts'),
    build: { watch: {} },
  });
  return new Promise((resolve) => {
    let first = true;
    watcher.on('event', (event) => {
      if (event.code === 'BUNDLE_END') event.result.close();
      if (event.code === 'ERROR') say(`  ${mode}: ${event.error.message}`);
      if (event.code !== 'END') return;
      if (first) resolve();
      else onBuilt();
      first = false;
    });
  });
}

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, async () => {
    await stop();
    process.exit(0);
  });
}
say('Building, then watching app/src ...');
await watch('client', restart);
await watch('server', restart);
start();

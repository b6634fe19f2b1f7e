// The browser that the journeys run in.
import { spawn } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { step } from './runtime.mjs';

const debians = '/usr/bin/chromium';

/** Its path, brought first where this machine lets us; or why there is none, as one sentence. */
export async function ensureChromium() {
  const named = process.env.CHROMIUM;
  if (named)
    return isProgram(named)
      ? { path: named }
      : { missing: `CHROMIUM names ${named}, which is no program.` };
  if (isProgram(debians)) return { path: debians };
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get'))
    return {
      missing: `There is no Chromium at ${debians}; please install it, or name yours in CHROMIUM.`,
    };
  const failure = await step('Installing Chromium', install);
  return isProgram(debians)
    ? { path: debians }
    : { missing: `Chromium could not be installed: ${failure}` };
}

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

async function install() {
  for (const args of [['update'], ['install', '-y', '--no-install-recommends', 'chromium']]) {
    const { code, lastWords } = await aptGet(args);
    if (code !== 0) return lastWords;
  }
  return 'apt-get installed something else.';
}

function aptGet(args) {
  const child = spawn('apt-get', ['-q', ...args], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  let said = '';
  child.stderr.on('data', (chunk) => {
    said += chunk;
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, lastWords: said.trim().split('\n').at(-1) }));
  });
}

// Builds what the browser gets and what Node runs into dist/, when a source has changed.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { root } from './runtime.mjs';

const folders = ['app/src', 'packages/analysis/src'];
const files = ['app/package.json', 'package-lock.json', 'vite.config.ts'];
const stamp = join(root, 'dist', '.sources');

function hashOfSources() {
  const hash = createHash('sha256');
  const add = (path) => {
    hash.update(path);
    hash.update(readFileSync(join(root, path)));
  };
  for (const path of files) add(path);
  for (const folder of folders) {
    const entries = readdirSync(join(root, folder), { recursive: true, withFileTypes: true });
    const paths = entries
      .filter((entry) => entry.isFile())
      .map((entry) => relative(root, join(entry.parentPath, entry.name)));
    for (const path of paths.sort()) if (!/\.test\.tsx?$/.test(path)) add(path);
  }
  return hash.digest('hex');
}

/** Builds unless dist/ is made of these very sources. Returns whether it built. */
export async function build({ force = false } = {}) {
  const wanted = hashOfSources();
  if (!force && existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return false;
  const { build: viteBuild } = await import('vite');
  for (const mode of ['client', 'server']) {
    await viteBuild({ root, mode, logLevel: 'warn', configFile: join(root, 'vite.config.ts') });
  }
  writeFileSync(stamp, wanted);
  return true;
}

if (process.argv[1] === import.meta.filename) {
  console.log(
    (await build({ force: process.argv.includes('--force') })) ? 'Built.' : 'Nothing changed.',
  );
}

// Builds what the browser gets and what Node runs into dist/.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build as viteBuild } from 'vite';
import { root } from './runtime.mjs';

const modes = { client: 'Building the pages', server: 'Building the server' };

export async function build({ onStep = () => {} } = {}) {
  for (const [mode, label] of Object.entries(modes)) {
    onStep(label);
    await viteBuild({ root, mode, logLevel: 'warn', configFile: join(root, 'vite.config.ts') });
  }
  packTexts();
}

/** Packs what the browser gets once, so that serving it costs nothing. */
function packTexts() {
  const folder = join(root, 'dist', 'client', 'assets');
  for (const name of readdirSync(folder)) {
    if (!/\.(css|js|svg)$/.test(name)) continue;
    const path = join(folder, name);
    writeFileSync(`${path}.gz`, gzipSync(readFileSync(path), { level: 9 }));
  }
}

// Builds what the browser gets and what Node runs into dist/.
import { join } from 'node:path';
import { build as viteBuild } from 'vite';
import { root } from './runtime.mjs';

const modes = { client: 'Building the pages', server: 'Building the server' };

export async function build({ onStep = () => {} } = {}) {
  for (const [mode, label] of Object.entries(modes)) {
    onStep(label);
    await viteBuild({ root, mode, logLevel: 'warn', configFile: join(root, 'vite.config.ts') });
  }
}

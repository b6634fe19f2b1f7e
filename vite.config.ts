import { globSync, readdirSync } from 'node:fs';
import { defineConfig, type UserConfig } from 'vite';

/**
 * What the browser gets: one stylesheet, one small script, fonts, and an island for each page that
 * asks for one; hashed names and a manifest.
 */
const client: UserConfig = {
  publicDir: 'app/src/ui/public',
  build: {
    outDir: 'dist/client',
    emptyOutDir: true,
    manifest: 'manifest.json',
    assetsInlineLimit: 0,
    modulePreload: false,
    rolldownOptions: { input: ['app/src/ui/client.ts', ...globSync('app/src/**/*.island.ts')] },
  },
};

const commands = readdirSync(new URL('app/src', import.meta.url)).includes('command')
  ? { concord: 'app/src/command/main.ts' }
  : {};

/** What Node runs: our own modules bundled, packages left where they are installed. */
const server: UserConfig = {
  publicDir: false,
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir: 'dist/server',
    emptyOutDir: true,
    ssr: true,
    target: 'node24',
    minify: false,
    sourcemap: true,
    rolldownOptions: { input: { main: 'app/src/main.ts', ...commands } },
  },
};

export default defineConfig(({ mode }) => {
  if (mode === 'client') return client;
  if (mode === 'server') return server;
  throw new Error(`Build with --mode client or --mode server, not ${mode}.`);
});

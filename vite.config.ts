import { defineConfig, type UserConfig } from 'vite';

/** What the browser gets: one stylesheet, one small script, fonts; hashed names and a manifest. */
const client: UserConfig = {
  publicDir: 'app/src/ui/public',
  build: {
    outDir: 'dist/client',
    emptyOutDir: true,
    manifest: 'manifest.json',
    assetsInlineLimit: 0,
    modulePreload: false,
    rolldownOptions: { input: 'app/src/ui/client.ts' },
  },
};

export default defineConfig(({ mode }) => {
  if (mode === 'client') return client;
  throw new Error(`Build with --mode client, not ${mode}.`);
});

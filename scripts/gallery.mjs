// Writes the gallery of the design system as static pages into shots/gallery, checks it with axe and
// takes pictures. `--colours` only writes style/colours.css from tokens.ts.
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer as createHttpServer } from 'node:http';
import { dirname, extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const out = join(root, 'shots', 'gallery');

if (process.argv.includes('--colours')) {
  const { coloursCss } = await import(join(root, 'app/src/ui/colours-css.ts'));
  writeFileSync(join(root, 'app/src/ui/style/colours.css'), coloursCss());
  process.exit(0);
}

async function writePages() {
  const { build, createServer } = await import('vite');
  await build({ configFile: join(root, 'vite.config.ts'), mode: 'client', root, logLevel: 'warn' });
  mkdirSync(out, { recursive: true });
  cpSync(join(root, 'dist/client'), out, { recursive: true });
  const manifest = JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8'));
  const vite = await createServer({
    configFile: false,
    root,
    appType: 'custom',
    logLevel: 'warn',
    server: { middlewareMode: true, ws: false, watch: null },
    optimizeDeps: { noDiscovery: true },
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  });
  const { renderGallery } = await vite.ssrLoadModule('/app/src/ui/gallery/document.tsx');
  const names = [];
  for (const [name, html] of renderGallery(manifest)) {
    writeFileSync(join(out, `${name}.html`), html);
    names.push(name);
  }
  await vite.close();
  return names;
}

const types = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/** The pages need an address: browsers refuse fonts and modules from files. */
async function serve() {
  const server = createHttpServer((request, response) => {
    const path = normalize(new URL(request.url, 'http://localhost').pathname);
    try {
      const body = readFileSync(join(out, path));
      response.writeHead(200, {
        'content-type': types[extname(path)] ?? 'application/octet-stream',
        'content-security-policy': "default-src 'self'",
      });
      response.end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

const only = process.argv.find((argument) => argument.startsWith('--only='))?.slice(7);
const names = (await writePages()).filter((name) => !only || name === only);
const server = await serve();
const address = `http://127.0.0.1:${server.address().port}`;
const { chromium } = await import('playwright-core');
const axe = readFileSync(join(root, 'node_modules/axe-core/axe.min.js'), 'utf8');
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: [
    '--no-sandbox',
    '--headless',
    '--disable-gpu',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--no-first-run',
  ],
});
let violations = 0;
let wide = 0;
for (const colorScheme of ['light', 'dark']) {
  for (const width of [1280, 360]) {
    const page = await browser.newPage({ viewport: { width, height: 800 }, colorScheme });
    page.on('console', (message) => {
      if (message.type() === 'error') console.log(`browser error: ${message.text()}`);
    });
    page.on('pageerror', (error) => console.log(`script error: ${error.message}`));
    for (const name of names) {
      await page.goto(`${address}/${name}.html`);
      await page.evaluate(() => document.fonts.ready.then(() => undefined));
      await page.evaluate(axe);
      const found = await page.evaluate(() =>
        globalThis.axe.run({ rules: { 'target-size': { enabled: true } } }),
      );
      for (const violation of found.violations) {
        violations += 1;
        console.log(`${name} ${width} ${colorScheme}: ${violation.id}: ${violation.help}`);
        for (const node of violation.nodes.slice(0, 3)) console.log(`  ${node.html.slice(0, 200)}`);
      }
      const over = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      if (over > 0) {
        wide += 1;
        console.log(`${name} ${width}: ${over} px too wide`);
      }
      await page.screenshot({
        path: join(out, `${name}-${width}-${colorScheme}.png`),
        fullPage: true,
      });
    }
    await page.close();
  }
}
await browser.close();
server.close();
console.log(
  `${names.length} pages, ${violations} accessibility violations, ${wide} too wide: ${out}`,
);
process.exit(violations + wide === 0 ? 0 : 1);

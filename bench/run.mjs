// npm run bench -- NAME [ARGUMENTS]: runs bench/NAME.ts or bench/NAME/index.ts, which exports bench(arguments).
import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const folder = dirname(fileURLToPath(import.meta.url));
const locate = (name) =>
  [join(folder, `${name}.ts`), join(folder, name, 'index.ts')].find((path) => existsSync(path));

const [name, ...rest] = process.argv.slice(2);
const path = name && /^[a-z-]+$/.test(name) ? locate(name) : undefined;
if (path) {
  const { bench } = await import(pathToFileURL(path).href);
  await bench(rest);
} else {
  const names = readdirSync(folder)
    .map((entry) => entry.replace(/\.ts$/, ''))
    .filter((entry) => /^[a-z-]+$/.test(entry) && locate(entry));
  console.error(`npm run bench -- NAME, where NAME is one of: ${names.join(', ')}`);
  process.exitCode = 2;
}

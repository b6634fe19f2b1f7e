import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../platform/project-root.ts';
import type { Assets } from '../ui/html-document.view.tsx';

interface ManifestEntry {
  file: string;
  css?: string[];
  isEntry?: boolean;
  assets?: string[];
}

export function clientFolder(): string {
  return join(projectRoot(), 'dist', 'client');
}

/** The hashed names of stylesheet, script and fonts, as the build noted them. */
export function readAssets(): Assets {
  const manifest = JSON.parse(
    readFileSync(join(clientFolder(), 'manifest.json'), 'utf8'),
  ) as Record<string, ManifestEntry>;
  const entry = Object.values(manifest).find((one) => one.isEntry);
  if (!entry) throw new Error('dist/client/manifest.json has no entry.');
  const fonts = Object.values(manifest)
    .map(({ file }) => file)
    .filter((file) => /-latin-(wght-normal|standard-normal)-.*\.woff2$/.test(file));
  const path = (file: string) => `/${file}`;
  return {
    stylesheets: (entry.css ?? []).map(path),
    scripts: [path(entry.file)],
    fonts: fonts.map(path),
  };
}

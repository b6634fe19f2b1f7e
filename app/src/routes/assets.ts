import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../platform/project-root.ts';
import { type Assets, clientAssets, type Manifest } from '../ui/index.ts';

export function clientFolder(): string {
  return join(projectRoot(), 'dist', 'client');
}

/** The hashed names of stylesheet, script and fonts, as the build noted them. */
export function readAssets(): Assets {
  const text = readFileSync(join(clientFolder(), 'manifest.json'), 'utf8');
  return clientAssets(JSON.parse(text) as Manifest);
}

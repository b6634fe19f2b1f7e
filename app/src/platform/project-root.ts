import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { OperatorError } from './errors.ts';

/** The folder of this project, from the sources as well as from the built server. */
export function projectRoot(): string {
  for (let at = import.meta.dirname; at !== dirname(at); at = dirname(at)) {
    if (existsSync(join(at, 'app', 'migrations')) && existsSync(join(at, 'package.json')))
      return at;
  }
  throw new OperatorError(
    'The folder app/migrations is missing; this copy of Concord is not whole.',
  );
}

export function concordVersion(): string {
  const text = readFileSync(join(projectRoot(), 'package.json'), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}

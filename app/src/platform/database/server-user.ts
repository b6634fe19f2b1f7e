import { type SpawnOptions, spawnSync } from 'node:child_process';
import { chownSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { OperatorError } from '../errors.ts';

/** Whom the database server runs as when Concord itself runs as root; null: as this user. */
export type ServerUser = { uid: number; gid: number } | null;

/** How to start a program as that user. */
export type Launch = { prefix: string[]; options: Pick<SpawnOptions, 'uid' | 'gid'> };

/** PostgreSQL refuses to run as root; a folder that already belongs to somebody decides. */
export function chooseServerUser(serverFolder: string): ServerUser {
  if (process.getuid?.() !== 0) return null;
  const owner = statSync(serverFolder, { throwIfNoEntry: false });
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  const user = lookUp('postgres') ?? lookUp('nobody');
  if (!user) {
    throw new OperatorError(
      'PostgreSQL does not run as root, and this machine has neither a user postgres nor nobody; start Concord as an ordinary user.',
    );
  }
  return user;
}

export function giveTo(user: ServerUser, path: string): void {
  if (user) chownSync(path, user.uid, user.gid);
}

/**
 * Tries how that user reaches the programs and the folder. Where a folder above is closed to it
 * (a clone in root's home), the server keeps the one capability that lets it pass.
 */
export function chooseLaunch(user: ServerUser, program: string, folder: string): Launch {
  if (!user) return { prefix: [], options: {} };
  const direct: Launch = { prefix: [], options: user };
  const candidates = [direct, passing(user, 'dac_read_search'), passing(user, 'dac_override')];
  const launch = candidates.find((candidate) => reaches(candidate, program, folder));
  if (launch) return launch;
  throw new OperatorError(
    `PostgreSQL does not run as root, and user ${user.uid} cannot reach ${dirname(program)} and ${folder}; open the folders above them to it, or start Concord as an ordinary user.`,
  );
}

function passing(user: { uid: number; gid: number }, capability: string): Launch {
  return {
    prefix: [
      'setpriv',
      `--reuid=${user.uid}`,
      `--regid=${user.gid}`,
      '--clear-groups',
      // Else access(2), which PostgreSQL asks about its own programs, forgets the capability.
      '--securebits=+no_setuid_fixup',
      `--inh-caps=+${capability}`,
      `--ambient-caps=+${capability}`,
      '--',
    ],
    options: {},
  };
}

function reaches({ prefix, options }: Launch, program: string, folder: string): boolean {
  const probe = 'test -r "$1" && test -x "$1" && cd "$2" && test -w .';
  const [command, ...args] = [...prefix, 'sh', '-c', probe, 'probe', program, folder];
  return spawnSync(command!, args, { ...options, cwd: '/', stdio: 'ignore' }).status === 0;
}

function lookUp(name: string): ServerUser {
  const ask = (flag: string) =>
    Number.parseInt(spawnSync('id', [flag, name], { encoding: 'utf8' }).stdout ?? '', 10);
  const [uid, gid] = [ask('-u'), ask('-g')];
  return uid > 0 && gid > 0 ? { uid, gid } : null;
}

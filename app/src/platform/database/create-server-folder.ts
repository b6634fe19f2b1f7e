import { spawnSync } from 'node:child_process';
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { OperatorError } from '../errors.ts';
import type { EmbeddedBinaries } from './embedded-binaries.ts';
import { serverEnvironment } from './embedded-server-process.ts';
import { chooseLaunch, chooseServerUser, giveTo, type Launch } from './server-user.ts';

export const embeddedSuperuser = 'postgres';

/** Makes the database in a folder beside and puts it in place whole, so that an interrupted start leaves no half of one. */
export function createServerFolder(
  folder: string,
  binaries: EmbeddedBinaries,
  options: { superuserPassword: string; durable?: boolean },
): void {
  const draft = `${folder}.new`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { mode: 0o700 });
  const user = chooseServerUser(draft);
  giveTo(user, draft);
  const launch = chooseLaunch(user, binaries.initdb, draft);
  const passwordFile = `${folder}.password`;
  writeFileSync(passwordFile, options.superuserPassword, { mode: 0o600 });
  giveTo(user, passwordFile);
  try {
    runInitdb(binaries, launch, [
      ...['-D', draft, '-U', embeddedSuperuser, `--pwfile=${passwordFile}`],
      ...['--auth=scram-sha-256', '--encoding=UTF8', '--no-instructions'],
      ...['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'],
      ...(options.durable === false ? ['--no-sync'] : []),
    ]);
    renameSync(draft, folder);
  } finally {
    rmSync(passwordFile, { force: true });
    rmSync(draft, { recursive: true, force: true });
  }
}

function runInitdb(binaries: EmbeddedBinaries, launch: Launch, flags: string[]): void {
  const [command, ...args] = [...launch.prefix, binaries.initdb, ...flags];
  const result = spawnSync(command!, args, {
    ...launch.options,
    cwd: '/',
    env: serverEnvironment(binaries),
    encoding: 'utf8',
  });
  if (result.status === 0) return;
  const lines = `${result.error?.message ?? ''}\n${result.stderr ?? ''}`.trim().split('\n');
  if (/could not look up effective user/.test(result.stderr ?? '')) {
    throw new OperatorError(
      `PostgreSQL runs only as a user with a name, and this one (${process.getuid?.()}) has none in /etc/passwd; add it there, or set DATABASE_URL.`,
    );
  }
  const reason = lines.find((line) => /error|fatal/i.test(line)) ?? lines.at(-1);
  throw new OperatorError(`The database could not be created (${reason}).`);
}

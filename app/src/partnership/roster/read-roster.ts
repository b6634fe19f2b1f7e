import { readManifest } from './read-manifest.ts';
import { readOrgs } from './read-orgs.ts';
import { readRoles } from './read-roles.ts';
import { readUsers } from './read-users.ts';
import type { RosterFile, RosterRead } from './roster.ts';
import type { RosterFileName } from './roster-file-name.ts';
import { refuseRoster } from './roster-refused.ts';

/**
 * Reads the files of a OneRoster export, version 1.1 or 1.2.
 * @param today  `YYYY-MM-DD`, to see which roles are over.
 */
export function readRoster(files: readonly RosterFile[], today: string): RosterRead {
  const file = (name: RosterFileName) => files.find((one) => one.name === name);
  const usersFile = file('users.csv');
  if (!usersFile) throw refuseRoster('no-users');
  const manifest = readManifest(file('manifest.csv'));
  const orgs = readOrgs(file('orgs.csv'));
  const roles = readRoles(file('roles.csv'), today);
  const users = readUsers(usersFile, orgs, roles);
  return {
    version: roles ? '1.2' : '1.1',
    complete: manifest.complete,
    sites: orgs.sites,
    people: users.people,
    leavers: users.leavers,
    unsure: [...users.unsure, ...(roles?.unsure ?? [])],
    problems: [
      ...manifest.problems,
      ...orgs.problems,
      ...users.problems,
      ...(roles?.problems ?? []),
    ].sort((a, b) => a.file.localeCompare(b.file) || a.line - b.line),
    notStaff: users.notStaff,
    lines: orgs.lines + users.lines + (roles?.lines ?? 0),
  };
}

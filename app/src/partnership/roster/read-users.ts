import type { Orgs } from './read-orgs.ts';
import { type RoleHeld, type Roles, roleKind } from './read-roles.ts';
import { identifiedRows, problemsIn, statusOf, tidy } from './read-row.ts';
import { type RosterTable, type Row, readTable } from './read-table.ts';
import type { RosterFile, RosterRead } from './roster.ts';
import { refuseRoster } from './roster-refused.ts';

export type Users = Pick<
  RosterRead,
  'people' | 'leavers' | 'unsure' | 'problems' | 'notStaff' | 'lines'
>;

/** Staff as people, leavers by id. Students and families are counted, never kept. */
export function readUsers(file: RosterFile, orgs: Orgs, roles: Roles | null): Users {
  const table = readTable(file);
  if (!roles && !table.columns.has('role')) throw refuseRoster('no-roles');
  const users: Users = {
    people: [],
    leavers: [],
    unsure: table.unsure,
    problems: table.problems,
    notStaff: { students: 0, families: 0 },
    lines: table.lines,
  };
  for (const { id, row } of identifiedRows(table)) readUser(table, users, { id, row }, orgs, roles);
  return users;
}

function readUser(
  table: RosterTable,
  users: Users,
  { id, row }: { id: string; row: Row },
  orgs: Orgs,
  roles: Roles | null,
): void {
  const { leaveOut, note } = problemsIn(table);
  const held = rolesOf(row, id, roles);
  const has = (kind: RoleHeld['kind']['kind']) => held.some((one) => one.kind.kind === kind);
  const enabled = enabledOf(row);
  const status = statusOf(row);
  if (has('student')) {
    users.notStaff.students += 1;
    if (has('staff')) note(row, 'role-mixed', 'role');
    return;
  }
  if (status === 'gone' || enabled === 'no') {
    users.leavers.push(id);
    return;
  }
  const staff = held.filter((one) => one.kind.kind === 'staff');
  const main = staff.find((one) => one.primary) ?? staff[0];
  const name = nameOf(row);
  const refuse = (...problem: [Parameters<typeof leaveOut>[1], string]) => {
    leaveOut(row, ...problem);
    users.unsure.push(id);
  };
  if (!main && has('family')) users.notStaff.families += 1;
  else if (status === 'unknown') refuse('status-unknown', 'status');
  else if (enabled === 'unknown') refuse('enabled-unknown', 'enabledUser');
  else if (has('unknown')) refuse('role-unknown', 'role');
  else if (!main && roles && !roles.unsure.has(id))
    withoutRole(users, id, () => leaveOut(row, 'role-missing', 'role'));
  else if (main?.kind.kind !== 'staff') refuse('role-missing', 'role');
  else if (name.text === '') refuse('name-missing', 'givenName');
  else if (name.text.length > 160) refuse('name-long', 'familyName');
  else {
    if (name.partly) note(row, 'name-partly', name.partly);
    const email = emailOf(row);
    if (email === 'wrong') note(row, 'email', 'email');
    users.people.push({
      rosterId: id,
      name: name.text,
      role: main.kind.role,
      site: siteOf(row, main, orgs, (...problem) => note(row, ...problem)),
      email: email === 'wrong' ? null : email,
      line: row.line,
    });
  }
}

/** Every role of theirs has ended: whoever is here counts as having left, whoever is not stays out. */
function withoutRole(users: Users, id: string, name: () => void): void {
  users.leavers.push(id);
  name();
}

function rolesOf(row: Row, id: string, roles: Roles | null): RoleHeld[] {
  const own = row.cell('role');
  const inFile = roles?.held.get(id) ?? [];
  if (own === '') return inFile;
  return [{ kind: roleKind(own), primary: inFile.length === 0, org: '' }, ...inFile];
}

function enabledOf(row: Row): 'yes' | 'no' | 'unknown' {
  const text = row.cell('enabledUser').toLowerCase();
  if (['', 'true', '1', 'yes'].includes(text)) return 'yes';
  return ['false', '0', 'no'].includes(text) ? 'no' : 'unknown';
}

/** The name a person goes by, where the roster knows one. */
function nameOf(row: Row): { text: string; partly: string | null } {
  const given = tidy(row.cell('preferredGivenName') || row.cell('givenName'));
  const family = tidy(row.cell('preferredFamilyName') || row.cell('familyName'));
  const text = [given, family].filter(Boolean).join(' ');
  return { text, partly: given === '' ? 'givenName' : family === '' ? 'familyName' : null };
}

function emailOf(row: Row): string | null | 'wrong' {
  const text = row.cell('email').toLowerCase();
  if (text === '') return null;
  return text.length <= 254 && /^[^\s@<>,;"]+@[^\s@<>,;"]+\.[^\s@<>,;"]+$/.test(text)
    ? text
    : 'wrong';
}

function siteOf(
  row: Row,
  main: RoleHeld,
  orgs: Orgs,
  note: (code: 'org-missing' | 'org-unknown', column: string) => void,
): string | null {
  const listed = row
    .cell('orgSourcedIds')
    .split(',')
    .map((id) => id.trim());
  const wanted = [main.org, row.cell('primaryOrgSourcedId'), ...listed].filter(Boolean);
  const site = wanted.map((id) => orgs.siteOf(id)).find((found) => found !== null) ?? null;
  if (wanted.length === 0) note('org-missing', 'orgSourcedIds');
  else if (site === null) note('org-unknown', 'orgSourcedIds');
  return site;
}

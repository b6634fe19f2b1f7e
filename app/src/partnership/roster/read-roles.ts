import { readDate } from './read-date.ts';
import { identifiedRows, problemsIn, statusOf } from './read-row.ts';
import { readTable } from './read-table.ts';
import { type RosterFile, type RosterProblem, type StaffRole, staffRoles } from './roster.ts';

export type RoleKind =
  | { kind: 'staff'; role: StaffRole }
  | { kind: 'student' }
  | { kind: 'family' }
  | { kind: 'unknown' };

const families = ['parent', 'guardian', 'relative'];

export function roleKind(text: string): RoleKind {
  const plain = text.toLowerCase().replace(/[^a-z]/g, '');
  const role = staffRoles.find((one) => one.toLowerCase() === plain);
  if (role) return { kind: 'staff', role };
  if (plain === 'student') return { kind: 'student' };
  return families.includes(plain) ? { kind: 'family' } : { kind: 'unknown' };
}

export interface RoleHeld {
  kind: RoleKind;
  primary: boolean;
  org: string;
}

export interface Roles {
  /** Roles that still count, by person. */
  held: Map<string, RoleHeld[]>;
  /** People with a role on a line that could not be used. */
  unsure: Set<string>;
  problems: RosterProblem[];
  lines: number;
}

/** The roles of version 1.2, which stand in a file of their own. */
export function readRoles(file: RosterFile | undefined, today: string): Roles | null {
  if (!file) return null;
  const table = readTable(file);
  const { leaveOut, note } = problemsIn(table);
  const held = new Map<string, RoleHeld[]>();
  const unsure = new Set<string>();
  for (const { row } of identifiedRows(table)) {
    const user = row.cell('userSourcedId');
    const status = statusOf(row);
    const kind = roleKind(row.cell('role'));
    if (user === '') leaveOut(row, 'role-nobody', 'userSourcedId');
    else if (status === 'unknown' || kind.kind === 'unknown') {
      unsure.add(user);
      if (status === 'unknown') leaveOut(row, 'status-unknown', 'status');
      else leaveOut(row, 'role-unknown', 'role');
    } else if (status === 'active') {
      const ends = row.cell('endDate');
      const endsOn = readDate(ends);
      if (ends !== '' && endsOn === null) note(row, 'date', 'endDate');
      if (kind.kind === 'staff' && endsOn !== null && endsOn < today)
        note(row, 'role-over', 'endDate');
      const own = held.get(user) ?? [];
      own.push({
        kind,
        primary: row.cell('roleType').toLowerCase() === 'primary',
        org: row.cell('orgSourcedId'),
      });
      held.set(user, own);
    }
  }
  return { held, unsure, problems: table.problems, lines: table.lines };
}

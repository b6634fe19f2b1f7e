import type { Actor } from '../access/index.ts';

/** One CSV file of a roster, as it came. */
export interface RosterFile {
  name: string;
  bytes: Uint8Array;
}

/** What may be wrong with a line, a file or a package. Said by the words `problem.<code>`. */
export type RosterProblemCode =
  | 'columns'
  | 'quotes'
  | 'id-missing'
  | 'twice'
  | 'name-missing'
  | 'name-partly'
  | 'name-long'
  | 'status-unknown'
  | 'enabled-unknown'
  | 'email'
  | 'date'
  | 'org-type'
  | 'org-unknown'
  | 'org-missing'
  | 'other-district'
  | 'role-missing'
  | 'role-unknown'
  | 'role-mixed'
  | 'role-over'
  | 'role-nobody'
  | 'encoding'
  | 'header-spelling'
  | 'same-name'
  | 'version';

/**
 * A line that is named. Never carries what stood in a cell: in a shifted line that could be a
 * password.
 */
export interface RosterProblem {
  file: string;
  /** As a text editor counts them; the heading is line 1. */
  line: number;
  column: string | null;
  code: RosterProblemCode;
  /** Left out of the import, or imported all the same. */
  leftOut: boolean;
}

export const staffRoles = [
  'teacher',
  'aide',
  'counselor',
  'principal',
  'administrator',
  'siteAdministrator',
  'districtAdministrator',
  'systemAdministrator',
  'proctor',
] as const;
export type StaffRole = (typeof staffRoles)[number];

export interface RosterSite {
  rosterId: string;
  name: string;
  level: 'district' | 'school';
  /** The district it belongs to, where the file names one. */
  parent: string | null;
  line: number;
}

export interface RosterPerson {
  rosterId: string;
  name: string;
  role: StaffRole;
  /** The school or district, where the file names one. */
  site: string | null;
  email: string | null;
  line: number;
}

/** What a roster says, before it is compared with who is here. */
export interface RosterRead {
  version: '1.1' | '1.2';
  /** The whole staff, or only what changed: then absence means nothing. */
  complete: boolean;
  sites: RosterSite[];
  people: RosterPerson[];
  /** Listed as having left: marked for deletion, inactive or switched off. */
  leavers: string[];
  /** Listed on lines that could not be used: neither imported nor counted as having left. */
  unsure: string[];
  problems: RosterProblem[];
  /** Lines that never become people here, counted only. */
  notStaff: { students: number; families: number };
  /** Lines read in all files. */
  lines: number;
}

/** Reading a roster leads to the staff of the whole district: the administration's leads do it. */
export function mayImportRoster({ seat }: Actor): boolean {
  return seat?.lead === true && seat.constituency === 'administration';
}

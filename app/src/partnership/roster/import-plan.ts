import type { RosterProblem, RosterRead, StaffRole } from './roster.ts';

export interface SiteChange {
  change: 'new' | 'linked' | 'renamed';
  id: string;
  rosterId: string;
  name: string;
  /** The name until now. */
  before: string | null;
  level: 'district' | 'school';
  parentId: string | null;
}

export interface PersonChange {
  change: 'new' | 'linked' | 'changed' | 'back' | 'gone';
  id: string;
  rosterId: string;
  name: string;
  role: StaffRole | null;
  siteId: string | null;
  siteName: string | null;
  /** Null leaves the address that is known. */
  email: string | null;
  /** What is different from what is known. */
  differs: ('name' | 'role' | 'site' | 'email')[];
}

/**
 * `end`: the person left. `flag`: they left, and the seat is another organization's, which decides
 * for itself. `unflag`: they are listed again. `keep`: the seat that imports.
 */
export interface TermChange {
  change: 'end' | 'flag' | 'unflag' | 'keep';
  termId: string;
  seatId: string;
  person: string;
  seat: string;
  organization: string;
}

/** Everything that applying will do, and every line that it will not use. */
export interface ImportPlan {
  version: RosterRead['version'];
  complete: boolean;
  sites: SiteChange[];
  /** Schools that the roster no longer lists: they stay. */
  unlisted: string[];
  people: PersonChange[];
  terms: TermChange[];
  problems: RosterProblem[];
  notStaff: RosterRead['notStaff'];
  unchanged: { sites: number; people: number };
  lines: number;
}

export interface ImportCounts {
  newSites: number;
  changedSites: number;
  newPeople: number;
  changedPeople: number;
  gonePeople: number;
  endedTerms: number;
  flaggedTerms: number;
  leftOut: number;
}

export function countPlan(plan: ImportPlan): ImportCounts {
  const people = (...changes: PersonChange['change'][]) =>
    plan.people.filter(({ change }) => changes.includes(change)).length;
  const terms = (wanted: TermChange['change']) =>
    plan.terms.filter(({ change }) => change === wanted).length;
  const newSites = plan.sites.filter(({ change }) => change === 'new').length;
  return {
    newSites,
    changedSites: plan.sites.length - newSites,
    newPeople: people('new'),
    changedPeople: people('linked', 'changed', 'back'),
    gonePeople: people('gone'),
    endedTerms: terms('end'),
    flaggedTerms: terms('flag'),
    leftOut: new Set(
      plan.problems.filter(({ leftOut }) => leftOut).map(({ file, line }) => `${file}:${line}`),
    ).size,
  };
}

export function changesNothing({ sites, people, terms }: ImportPlan): boolean {
  return (
    sites.length + people.length + terms.filter(({ change }) => change !== 'keep').length === 0
  );
}

/** Very many people gone at once is more often a part of a file than a part of the staff. */
export function looksCut(plan: ImportPlan): boolean {
  const gone = plan.people.filter(({ change }) => change === 'gone').length;
  const stay =
    plan.unchanged.people +
    plan.people.filter(({ change }) => change !== 'new' && change !== 'gone').length;
  return gone >= 5 && gone > (gone + stay) / 5;
}

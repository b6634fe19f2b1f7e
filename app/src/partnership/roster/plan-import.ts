import type { ImportPlan } from './import-plan.ts';
import { planPeople } from './plan-people.ts';
import { planSites } from './plan-sites.ts';
import { planTerms } from './plan-terms.ts';
import type { Present } from './present.store.ts';
import type { RosterRead } from './roster.ts';

/** Compares what a roster says with who is here. No I/O: the same two always give the same plan. */
export function planImport(
  read: RosterRead,
  present: Present,
  own: { organizationId: string; seatId: string; personId: string },
  newId: () => string,
): ImportPlan {
  const sites = planSites(read.sites, present, newId);
  const people = planPeople(read, present, sites.placed, newId);
  return {
    version: read.version,
    complete: read.complete,
    sites: sites.changes,
    unlisted: read.complete && read.sites.length > 0 ? sites.unlisted : [],
    people: people.changes,
    terms: planTerms(people.changes, present.terms, own),
    problems: [...read.problems, ...sites.problems, ...people.problems],
    notStaff: read.notStaff,
    unchanged: { sites: sites.unchanged, people: people.unchanged },
    lines: read.lines,
  };
}

import { identifiedRows, problemsIn, statusOf, tidy } from './read-row.ts';
import { readTable } from './read-table.ts';
import type { RosterFile, RosterProblem, RosterSite } from './roster.ts';

export interface Orgs {
  sites: RosterSite[];
  /** The school or district that an org is, or lies in; null when none of its parents is one. */
  siteOf(id: string): string | null;
  problems: RosterProblem[];
  lines: number;
}

/** Schools and districts. Departments and the like are no places where people sit together: left out, named. */
export function readOrgs(file: RosterFile | undefined): Orgs {
  const sites = new Map<string, RosterSite>();
  const parents = new Map<string, string>();
  if (!file) return { sites: [], siteOf: () => null, problems: [], lines: 0 };
  const table = readTable(file);
  const { leaveOut } = problemsIn(table);
  for (const { id, row } of identifiedRows(table)) {
    parents.set(id, row.cell('parentSourcedId'));
    const status = statusOf(row);
    const level = row.cell('type').toLowerCase();
    const name = tidy(row.cell('name'));
    if (status === 'gone') continue;
    if (status === 'unknown') leaveOut(row, 'status-unknown', 'status');
    else if (level !== 'school' && level !== 'district') leaveOut(row, 'org-type', 'type');
    else if (name === '') leaveOut(row, 'name-missing', 'name');
    else if (name.length > 160) leaveOut(row, 'name-long', 'name');
    else sites.set(id, { rosterId: id, name, level, parent: null, line: row.line });
  }
  const climb = (id: string, fits: (site: RosterSite) => boolean) => {
    const passed = new Set<string>();
    for (let at: string | undefined = id; at && !passed.has(at); at = parents.get(at)) {
      const site = sites.get(at);
      if (site && fits(site)) return at;
      passed.add(at);
    }
    return null;
  };
  for (const site of sites.values()) {
    if (site.level === 'school') site.parent = climb(site.rosterId, (s) => s.level === 'district');
  }
  return {
    sites: [...sites.values()],
    siteOf: (id) => climb(id, () => true),
    problems: table.problems,
    lines: table.lines,
  };
}

import type { SiteChange } from './import-plan.ts';
import type { Present, PresentSite } from './present.store.ts';
import type { RosterProblem, RosterSite } from './roster.ts';

export interface SitePlan {
  changes: SiteChange[];
  unlisted: string[];
  unchanged: number;
  problems: RosterProblem[];
  /** By roster id: where a person of that school or district works. */
  placed: Map<string, { id: string; name: string }>;
}

/** Which schools are new, renamed, or known until now only by name. */
export function planSites(
  listed: readonly RosterSite[],
  { sites }: Pick<Present, 'sites'>,
  newId: () => string,
): SitePlan {
  const top = sites.find(({ parentId }) => parentId === null) ?? null;
  // A new student information system brings new ids: names then say which school is which.
  const ids = new Set(listed.map(({ rosterId }) => rosterId));
  const byRoster = new Map(sites.flatMap((site) => (site.rosterId ? [[site.rosterId, site]] : [])));
  const byName = new Map(
    sites.flatMap((site) =>
      site.rosterId && ids.has(site.rosterId) ? [] : [[`${site.level} ${plain(site.name)}`, site]],
    ),
  );
  const plan: SitePlan = {
    changes: [],
    unlisted: [],
    unchanged: 0,
    problems: [],
    placed: new Map(),
  };
  const own = ownDistrict(listed, top);
  // Districts first, so that schools find them.
  const ordered = [...listed].sort((a, b) => a.level.localeCompare(b.level));
  for (const { rosterId, name, level, parent, line } of ordered) {
    const isOwn = rosterId === own;
    const known =
      byRoster.get(rosterId) ?? (isOwn ? top : undefined) ?? byName.get(`${level} ${plain(name)}`);
    if (level === 'district' && !known && top?.level !== 'state') {
      plan.problems.push({
        file: 'orgs.csv',
        line,
        column: null,
        code: 'other-district',
        leftOut: true,
      });
      continue;
    }
    byName.delete(`${level} ${plain(name)}`);
    const parentId = (parent && plan.placed.get(parent)?.id) || top?.id || null;
    const id = known?.id ?? newId();
    const shown = known?.parentId === null ? known.name : name;
    plan.placed.set(rosterId, { id, name: shown });
    const change = changeOf(known, { rosterId, name: shown });
    if (!change) plan.unchanged += 1;
    else {
      const before = known && known.name !== shown ? known.name : null;
      plan.changes.push({ change, id, rosterId, name: shown, before, level, parentId });
    }
  }
  const kept = new Set([...plan.placed.values()].map(({ id }) => id));
  plan.unlisted = sites
    .filter(({ id, rosterId, level }) => rosterId && level === 'school' && !kept.has(id))
    .map(({ name }) => name);
  return plan;
}

function changeOf(
  known: PresentSite | null | undefined,
  listed: { rosterId: string; name: string },
): SiteChange['change'] | null {
  if (!known) return 'new';
  if (known.rosterId !== listed.rosterId) return 'linked';
  return known.name === listed.name ? null : 'renamed';
}

/** The district that this partnership is: linked before, alone, of the same name, or with most schools. */
function ownDistrict(listed: readonly RosterSite[], top: PresentSite | null): string | null {
  if (top?.level !== 'district') return null;
  const schools = (id: string) => listed.filter(({ parent }) => parent === id).length;
  if (listed.some(({ rosterId }) => rosterId === top.rosterId)) return top.rosterId;
  const districts = listed.filter(({ level }) => level === 'district');
  const named = districts.find(({ name }) => plain(name) === plain(top.name));
  const largest = districts.toSorted((a, b) => schools(b.rosterId) - schools(a.rosterId))[0];
  return (named ?? (top.rosterId ? undefined : largest))?.rosterId ?? null;
}

/** Names are the same whatever their capitals, accents and stops. */
export function plain(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

import type { PersonChange } from './import-plan.ts';
import { plain } from './plan-sites.ts';
import type { Present, PresentPerson } from './present.store.ts';
import type { RosterPerson, RosterProblem, RosterRead } from './roster.ts';

export interface PeoplePlan {
  changes: PersonChange[];
  unchanged: number;
  problems: RosterProblem[];
}

type Placed = ReadonlyMap<string, { id: string; name: string }>;

/** Who is new, who is different, who is back and who has left. */
export function planPeople(
  read: Pick<RosterRead, 'people' | 'leavers' | 'unsure' | 'complete'>,
  present: Pick<Present, 'people'>,
  placed: Placed,
  newId: () => string,
): PeoplePlan {
  const ids = new Set([
    ...read.people.map(({ rosterId }) => rosterId),
    ...read.leavers,
    ...read.unsure,
  ]);
  const { byRoster, byEmail, names } = indexOf(present.people, ids);
  const linked = new Set<string>();
  const plan: PeoplePlan = { changes: [], unchanged: 0, problems: [] };
  const listed = new Set(read.unsure);
  for (const person of read.people) {
    listed.add(person.rosterId);
    const known = byRoster.get(person.rosterId) ?? takeByEmail(byEmail, person);
    const change = changeOf(person, known, placed, newId);
    if (known) linked.add(known.id);
    if (!change) plan.unchanged += 1;
    else plan.changes.push(change);
    if (!known && names.has(plain(person.name))) plan.problems.push(sameName(person));
  }
  const leavers = new Set(read.leavers);
  for (const person of present.people.toSorted((a, b) => a.name.localeCompare(b.name))) {
    const { rosterId } = person;
    if (!rosterId || !person.onRoster || linked.has(person.id)) continue;
    if (leavers.has(rosterId) || (read.complete && !listed.has(rosterId))) {
      plan.changes.push(gone(person, rosterId));
    }
  }
  return plan;
}

/** People are found by their id; by address where the file does not know their id, or they have none. */
function indexOf(people: readonly PresentPerson[], listed: ReadonlySet<string>) {
  const byEmail = new Map<string, PresentPerson | null>();
  const names = new Set<string>();
  for (const person of people) {
    if (person.rosterId && listed.has(person.rosterId)) continue;
    if (!person.rosterId) names.add(plain(person.name));
    // Two people at one address: it says nothing about who is who.
    if (person.email) byEmail.set(person.email, byEmail.has(person.email) ? null : person);
  }
  const byRoster = new Map(people.flatMap((one) => (one.rosterId ? [[one.rosterId, one]] : [])));
  return { byRoster, byEmail, names };
}

/** Somebody invited before the roster came, known by the address that the administration wrote to. */
function takeByEmail(
  byEmail: Map<string, PresentPerson | null>,
  { email }: RosterPerson,
): PresentPerson | undefined {
  const known = email === null ? null : byEmail.get(email);
  if (!known || email === null) return undefined;
  byEmail.delete(email);
  return known;
}

function changeOf(
  listed: RosterPerson,
  known: PresentPerson | undefined,
  placed: Placed,
  newId: () => string,
): PersonChange | null {
  const place = listed.site === null ? undefined : placed.get(listed.site);
  // Who has an account says their own name.
  const name = known?.hasAccount ? known.name : listed.name;
  const differs: PersonChange['differs'] = [];
  if (known) {
    if (known.name !== name) differs.push('name');
    if (known.role !== listed.role) differs.push('role');
    if (known.siteId !== (place?.id ?? null)) differs.push('site');
    if (listed.email !== null && known.email !== listed.email) differs.push('email');
  }
  const change = !known
    ? 'new'
    : known.rosterId !== listed.rosterId
      ? 'linked'
      : !known.onRoster
        ? 'back'
        : differs.length > 0
          ? 'changed'
          : null;
  if (!change) return null;
  return {
    change,
    id: known?.id ?? newId(),
    rosterId: listed.rosterId,
    name,
    role: listed.role,
    siteId: place?.id ?? null,
    siteName: place?.name ?? null,
    email: known && !differs.includes('email') ? null : listed.email,
    differs,
  };
}

function gone(person: PresentPerson, rosterId: string): PersonChange {
  return {
    change: 'gone',
    id: person.id,
    rosterId,
    name: person.name,
    role: person.role,
    siteId: person.siteId,
    siteName: person.siteName,
    email: null,
    differs: [],
  };
}

function sameName({ line }: RosterPerson): RosterProblem {
  return { file: 'users.csv', line, column: null, code: 'same-name', leftOut: false };
}

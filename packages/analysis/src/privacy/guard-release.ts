import { AnalysisInputError } from '../errors.ts';
import { linearSpan } from './linear-span.ts';

/** A group of which a total or a mean was shown, or is about to be. */
export interface ReleasedGroup {
  readonly name: string;
  /** Ids of its people at that time. */
  readonly members: Iterable<string>;
}

export type ReleaseFinding =
  /** A group that is itself too small. */
  | { readonly kind: 'too-small'; readonly group: string; readonly people: number }
  /** Adding and subtracting shown groups gives the total of these few people. */
  | { readonly kind: 'differencing'; readonly people: number; readonly ids: readonly string[] }
  /** Two shown groups differ in so few people that the change says something about them. */
  | {
      readonly kind: 'nearly-the-same';
      readonly groups: readonly [string, string];
      readonly people: number;
    };

export interface ReleaseVerdict {
  readonly allowed: boolean;
  readonly findings: readonly ReleaseFinding[];
  /** False when there were too many overlaps to try every combination of them. */
  readonly complete: boolean;
}

const mostCombinations = 20_000;

/**
 * Whether new groups may be shown beside what was shown before, without giving away fewer people
 * than the minimum by adding and subtracting.
 * @param previous  All groups shown so far, on any page or date. Not mutated.
 * @param next  The groups about to be shown.
 * @param minimum  Fewest people of whom anything may be known.
 * @returns Findings that the new groups cause; those that the old ones alone allow are not repeated.
 *   People of the same groups are taken together; every combination of such parts with fewer people
 *   than the minimum is tested for being a linear combination of shown groups. Deterministic.
 * @throws {AnalysisInputError} when the minimum is no whole number of at least 1.
 * @complexity O(people groups + combinations groups parts^2), at most 20,000 combinations.
 * @source Denning, Denning & Schwartz 1979, ACM TODS 4(1):76 (trackers); Chin & Ozsoyoglu 1982,
 *   IEEE TSE 8(6):574 (audit by linear systems).
 */
export function guardRelease(
  previous: readonly ReleasedGroup[],
  next: readonly ReleasedGroup[],
  minimum: number,
): ReleaseVerdict {
  if (!Number.isSafeInteger(minimum) || minimum < 1) {
    throw new AnalysisInputError('minimum', 'must be a whole number of at least 1');
  }
  const groups = [...previous, ...next].map(({ name, members }) => ({
    name,
    members: new Set(members),
  }));
  const fresh = groups.slice(previous.length);
  const tooSmall = fresh
    .filter(({ members }) => members.size > 0 && members.size < minimum)
    .map(
      ({ name, members }) => ({ kind: 'too-small', group: name, people: members.size }) as const,
    );
  const { findings, complete } = differences(groups, previous.length, minimum);
  const close = fresh.flatMap((group, at) =>
    groups.slice(0, previous.length + at).flatMap((other) => nearlySame(other, group, minimum)),
  );
  const all = [...tooSmall, ...findings, ...close];
  return { allowed: all.length === 0 && complete, findings: all, complete };
}

interface Group {
  readonly name: string;
  readonly members: ReadonlySet<string>;
}

/** People who are in exactly the same groups. */
interface Part {
  readonly ids: string[];
  readonly inGroup: readonly boolean[];
}

function differences(groups: readonly Group[], known: number, minimum: number) {
  const parts = partsOf(groups);
  const rows = groups.map((_, g) => parts.map(({ inGroup }) => (inGroup[g] ? 1n : 0n)));
  const [before, after] = [linearSpan(rows.slice(0, known)), linearSpan(rows)];
  const own = new Set(groups.map(({ members }) => [...members].sort().join('\n')));
  const findings: ReleaseFinding[] = [];
  let tried = 0;
  for (const chosen of smallUnions(parts, minimum)) {
    tried += 1;
    if (tried > mostCombinations) return { findings, complete: false };
    const ids = chosen.flatMap((part) => parts[part]!.ids).sort();
    if (own.has(ids.join('\n'))) continue;
    const wanted = parts.map((_, part) => (chosen.includes(part) ? 1n : 0n));
    if (!after(wanted) || before(wanted)) continue;
    findings.push({ kind: 'differencing', people: ids.length, ids });
  }
  return { findings, complete: true };
}

function partsOf(groups: readonly Group[]): Part[] {
  const parts = new Map<string, Part>();
  for (const id of new Set(groups.flatMap(({ members }) => [...members]))) {
    const inGroup = groups.map(({ members }) => members.has(id));
    const key = inGroup.map(Number).join('');
    const part = parts.get(key) ?? { ids: [], inGroup };
    part.ids.push(id);
    parts.set(key, part);
  }
  return [...parts.values()];
}

/** Every combination of parts with fewer people than the minimum. */
function* smallUnions(
  parts: readonly Part[],
  minimum: number,
  from = 0,
  chosen: number[] = [],
  people = 0,
): Generator<number[]> {
  for (let part = from; part < parts.length; part++) {
    const count = people + parts[part]!.ids.length;
    if (count >= minimum) continue;
    const wider = [...chosen, part];
    yield wider;
    yield* smallUnions(parts, minimum, part + 1, wider, count);
  }
}

function nearlySame(a: Group, b: Group, minimum: number): ReleaseFinding[] {
  const without = (one: Group, other: Group) =>
    [...one.members].filter((id) => !other.members.has(id)).length;
  const [left, right] = [without(a, b), without(b, a)];
  const people = left + right;
  // One inside the other is found as differencing.
  if (left === 0 || right === 0 || people >= minimum) return [];
  return [{ kind: 'nearly-the-same', groups: [a.name, b.name], people }];
}

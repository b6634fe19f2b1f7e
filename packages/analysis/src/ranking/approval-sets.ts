import type { RatedProfile } from './rated-profile.ts';

/** Voters who approve the same options, together. */
export interface ApprovalGroup {
  readonly units: bigint;
  /** Ascending places. */
  readonly approves: readonly number[];
}

/** Ballots as approvals (points above zero), alike ones merged. Those that approve nothing are left out. */
export function approvalGroups({ ballots }: RatedProfile): ApprovalGroup[] {
  const groups = new Map<string, { units: bigint; approves: number[] }>();
  for (const { units, points } of ballots) {
    const approves = [...points]
      .filter(([, value]) => value.numerator > 0n)
      .map(([place]) => place);
    if (approves.length === 0) continue;
    approves.sort((a, b) => a - b);
    const key = approves.join(' ');
    const group = groups.get(key);
    if (group) group.units += units;
    else groups.set(key, { units, approves });
  }
  return [...groups.values()];
}

/** For each option the groups that approve it, by their place in `groups`. */
export function supportersOf(groups: readonly ApprovalGroup[], options: number): number[][] {
  const supporters: number[][] = Array.from({ length: options }, () => []);
  groups.forEach(({ approves }, group) => {
    for (const option of approves) supporters[option]!.push(group);
  });
  return supporters;
}

import { cheapestCover } from './cheapest-cover.ts';
import type { CountTable } from './count-table.ts';
import { arcsOfTable, type HiddenArc, type HiddenNetwork, roomOfCell } from './hidden-cells.ts';

export interface ComplementaryCells {
  /** Cells to hide in addition; null when hiding every cell that may be hidden is not enough. */
  readonly extra: readonly HiddenArc[] | null;
  /** Whether no smaller choice exists (fewest cells, then fewest people hidden). */
  readonly optimal: boolean;
}

/** How many combinations are tried before the cheapest-path answer is taken as it is. */
const mostCombinations = 100_000;

/**
 * The cells to hide in addition so that no primary cell can be inferred.
 * @param primary  Cells that are hidden for their size.
 * @param candidates  Cells that may be hidden in addition, in the order that decides ties.
 * @param protection  Width that every primary cell's interval must have.
 * @param floor  What the attacker knows of every hidden cell.
 * @returns The fewest cells, and among those the fewest people; exact by search while there are at
 *   most 100,000 combinations, otherwise by cheapest paths with what is not needed taken back.
 * @source Willenborg & de Waal 2001, Elements of Statistical Disclosure Control, 6.
 */
export function complementaryCells(
  table: CountTable,
  primary: readonly HiddenArc[],
  candidates: readonly HiddenArc[],
  protection: number,
  floor: number,
): ComplementaryCells {
  const { nodes } = arcsOfTable(table);
  const holds = (extra: readonly HiddenArc[]) =>
    areProtected({ nodes, arcs: [...primary, ...extra] }, primary, protection, floor);
  if (holds([])) return { extra: [], optimal: true };
  if (!holds(candidates)) return { extra: null, optimal: true };
  const fallback = cheapestCover(nodes, primary, candidates, protection, floor, holds);
  let tried = 0;
  for (let count = 1; count <= fallback.length; count++) {
    tried += combinationCount(candidates.length, count);
    if (tried > mostCombinations) return { extra: fallback, optimal: false };
    const best = bestOfSize(candidates, count, holds);
    if (best) return { extra: best, optimal: true };
  }
  return { extra: fallback, optimal: true };
}

function areProtected(
  network: HiddenNetwork,
  primary: readonly HiddenArc[],
  protection: number,
  floor: number,
): boolean {
  return primary.every((arc) => {
    const { rise, fall } = roomOfCell(network, arc, floor, protection);
    return rise + fall >= protection;
  });
}

function bestOfSize(
  candidates: readonly HiddenArc[],
  count: number,
  holds: (extra: readonly HiddenArc[]) => boolean,
): HiddenArc[] | null {
  let best: HiddenArc[] | null = null;
  let least = Number.POSITIVE_INFINITY;
  const chosen: HiddenArc[] = [];
  const visit = (from: number, weight: number) => {
    if (weight >= least) return;
    if (chosen.length === count) {
      if (holds(chosen)) [best, least] = [[...chosen], weight];
      return;
    }
    for (let at = from; at <= candidates.length - (count - chosen.length); at++) {
      chosen.push(candidates[at]!);
      visit(at + 1, weight + candidates[at]!.value);
      chosen.pop();
    }
  };
  visit(0, 0);
  return best;
}

function combinationCount(n: number, k: number): number {
  let count = 1;
  for (let i = 1; i <= k; i++) count = (count * (n - k + i)) / i;
  return count;
}

import { numberGroups } from './groups.ts';
import type { Network, Tie } from './network.ts';

/** A person who holds ties across group lines. */
export interface Bridge {
  readonly node: number;
  readonly id: string;
  readonly group: string;
  /** Ties sent to and received from other groups. */
  readonly crossTies: number;
  /** Labels of the other groups reached, sorted. */
  readonly groupsReached: readonly string[];
}

export interface CrossGroupTies {
  readonly ties: readonly Required<Tie>[];
  /** Share of all ties that cross; 0 without ties. */
  readonly share: number;
  /** Pairs of groups with at least one tie between them, either way, of all pairs. */
  readonly groupPairsTied: number;
  readonly groupPairs: number;
  /** Groups without any tie to another one. */
  readonly isolatedGroups: readonly string[];
  /** Everyone with a cross tie, most groups reached first, then most ties, then roster order. */
  readonly bridges: readonly Bridge[];
}

/**
 * Ties between groups, cross-school ties when the group is the school: which, and who holds them.
 * @param group  One label a node.
 * @returns Every cross tie with its ends; an undirected tie once.
 * @throws {AnalysisInputError} when there is not one label for each node.
 * @complexity O(nodes + ties + groups^2)
 * @source Burt 1992, Structural Holes, chapter 1 (who bridges).
 * @checked against hand-computed cases and the E-I index, which counts the same ties.
 */
export function crossGroupTies(
  network: Network,
  group: readonly (string | number)[],
): CrossGroupTies {
  const { labels, of } = numberGroups(network, group);
  const { out, nodes, directed } = network;
  const ties: Required<Tie>[] = [];
  const count = new Uint32Array(nodes.length);
  const reached = nodes.map(() => new Set<number>());
  let all = 0;
  for (let i = 0; i < nodes.length; i++) {
    for (let k = out.start[i]!; k < out.start[i + 1]!; k++) {
      const j = out.node[k]!;
      if (!directed && j < i) continue;
      all += 1;
      if (of[i] === of[j]) continue;
      ties.push({ from: nodes[i]!, to: nodes[j]!, weight: out.weight[k]! });
      count[i]! += 1;
      count[j]! += 1;
      reached[i]!.add(of[j]!);
      reached[j]!.add(of[i]!);
    }
  }
  const partners = labels.map(() => new Set<number>());
  reached.forEach((groups, i) => {
    for (const g of groups) partners[of[i]!]!.add(g);
  });
  const bridges = nodes.flatMap((id, node): Bridge[] => {
    if (count[node] === 0) return [];
    const groupsReached = [...reached[node]!].sort((a, b) => a - b).map((g) => labels[g]!);
    return [{ node, id, group: labels[of[node]!]!, crossTies: count[node]!, groupsReached }];
  });
  bridges.sort(
    (a, b) =>
      b.groupsReached.length - a.groupsReached.length ||
      b.crossTies - a.crossTies ||
      a.node - b.node,
  );
  return {
    ties,
    share: all === 0 ? 0 : ties.length / all,
    groupPairsTied: partners.reduce((sum, set) => sum + set.size, 0) / 2,
    groupPairs: (labels.length * (labels.length - 1)) / 2,
    isolatedGroups: labels.filter((_, g) => partners[g]!.size === 0),
    bridges,
  };
}

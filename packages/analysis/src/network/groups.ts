import { type Network, requirePerNode } from './network.ts';

/** A partition of the nodes: `of[i]` is the place in `labels` of the group of node i. */
export interface Groups {
  /** Sorted: as numbers when every label is one, otherwise by code point. */
  readonly labels: readonly string[];
  readonly of: Uint32Array;
  readonly sizes: readonly number[];
}

/**
 * Numbers the groups that the nodes name.
 * @param group  One label a node; equal labels are one group.
 * @throws {AnalysisInputError} when there is not one label for each node.
 */
export function numberGroups(network: Network, group: readonly (string | number)[]): Groups {
  requirePerNode(network, 'group', group);
  const names = group.map(String);
  const labels = [...new Set(names)];
  const numeric = labels.every((label) => label.trim() !== '' && Number.isFinite(Number(label)));
  labels.sort((a, b) => (numeric ? Number(a) - Number(b) : a < b ? -1 : 1));
  const place = new Map(labels.map((label, i) => [label, i]));
  const of = Uint32Array.from(names, (name) => place.get(name)!);
  const sizes = labels.map(() => 0);
  for (const g of of) sizes[g]! += 1;
  return { labels, of, sizes };
}

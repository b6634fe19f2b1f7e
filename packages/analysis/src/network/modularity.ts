import { type Insufficient, insufficient } from '../statistics/insufficient.ts';
import { numberGroups } from './groups.ts';
import type { Network } from './network.ts';

export interface ModularityOptions {
  /** Use weights; default false, every tie counts 1. */
  readonly weighted?: boolean;
}

export interface Modularity {
  /** Share of ties inside groups, less the share expected from degrees alone. */
  readonly modularity: number;
  /** Modularity divided by the most it could be with these degrees (nominal assortativity); null when that is 0. */
  readonly assortativity: number | null;
  readonly internalShare: number;
  readonly expectedShare: number;
}

/**
 * Modularity of a partition: do ties fall inside its groups more than degrees explain? A directed
 * network is compared with out-degree times in-degree, an undirected one with the product of degrees.
 * @param group  One label a node.
 * @returns insufficient without a tie.
 * @throws {AnalysisInputError} when there is not one label for each node.
 * @complexity O(nodes + ties)
 * @source Newman & Girvan 2004, PRE 69:026113; Leicht & Newman 2008, PRL 100:118703 (directed); Newman 2003, PRE 67:026126 (assortativity).
 * @checked against igraph 1.3.5 `modularity`, `assortativity_nominal`.
 */
export function modularity(
  network: Network,
  group: readonly (string | number)[],
  options: ModularityOptions = {},
): Modularity | Insufficient {
  const { labels, of } = numberGroups(network, group);
  const { out, nodes } = network;
  if (out.node.length === 0) return insufficient('ties', 1, 0);
  const sent = new Float64Array(labels.length);
  const received = new Float64Array(labels.length);
  let inside = 0;
  let total = 0;
  for (let i = 0; i < nodes.length; i++) {
    for (let k = out.start[i]!; k < out.start[i + 1]!; k++) {
      const weight = options.weighted ? out.weight[k]! : 1;
      const target = of[out.node[k]!]!;
      sent[of[i]!]! += weight;
      received[target]! += weight;
      total += weight;
      if (target === of[i]) inside += weight;
    }
  }
  const internalShare = inside / total;
  const expectedShare = sent.reduce((sum, s, g) => sum + (s / total) * (received[g]! / total), 0);
  const value = internalShare - expectedShare;
  const room = 1 - expectedShare;
  return {
    modularity: value,
    assortativity: room > 1e-12 ? value / room : null,
    internalShare,
    expectedShare,
  };
}

import { findTie } from './adjacency.ts';
import type { Network } from './network.ts';

export interface DyadCensus {
  /** Pairs tied both ways. */
  readonly mutual: number;
  /** Pairs tied one way. */
  readonly asymmetric: number;
  /** Pairs without a tie. */
  readonly null: number;
}

/**
 * Counts pairs of nodes by how they are tied. In an undirected network every tied pair is mutual.
 * @param among  Only pairs of nodes that are both marked; default all.
 * @returns Counts that add up to n (n - 1) / 2.
 * @complexity O(ties log degree)
 * @source Holland & Leinhardt 1970, AJS 76(3):492.
 * @checked against igraph 1.3.5 `dyad_census`.
 */
export function dyadCensus(network: Network, among?: readonly boolean[]): DyadCensus {
  const { out, nodes } = network;
  let mutualTwice = 0;
  let asymmetric = 0;
  for (let i = 0; i < nodes.length; i++) {
    for (let k = out.start[i]!; k < out.start[i + 1]!; k++) {
      const j = out.node[k]!;
      if (among && !(among[i] && among[j])) continue;
      if (findTie(out, j, i) >= 0) mutualTwice += 1;
      else asymmetric += 1;
    }
  }
  const n = among ? among.filter(Boolean).length : nodes.length;
  const mutual = mutualTwice / 2;
  return { mutual, asymmetric, null: (n * (n - 1)) / 2 - mutual - asymmetric };
}

import { findTie } from './adjacency.ts';
import { createNetwork, type Network, type Tie } from './network.ts';

/** `either`: a tie when at least one of the two reported it. `both`: only when each did. */
export type SymmetrizeRule = 'either' | 'both';

/**
 * The undirected network behind a directed one.
 * @param rule  Default `either`; the weight of a tie is then the larger of the two, under `both` the smaller.
 * @returns A new network; the same one when it is undirected already. Who responded is kept.
 * @complexity O(ties log degree)
 */
export function symmetrize(network: Network, rule: SymmetrizeRule = 'either'): Network {
  if (!network.directed) return network;
  const ties: Tie[] = [];
  const { out, nodes } = network;
  for (let i = 0; i < nodes.length; i++) {
    for (let k = out.start[i]!; k < out.start[i + 1]!; k++) {
      const j = out.node[k]!;
      const back = findTie(out, j, i);
      if (back < 0 ? rule === 'both' : j < i) continue;
      const weight = out.weight[k]!;
      const other = back < 0 ? weight : out.weight[back]!;
      ties.push({
        from: nodes[i]!,
        to: nodes[j]!,
        weight: rule === 'both' ? Math.min(weight, other) : Math.max(weight, other),
      });
    }
  }
  return { ...createNetwork({ ...network, ties, directed: false }), warnings: network.warnings };
}

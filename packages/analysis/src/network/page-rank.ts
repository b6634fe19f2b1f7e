import { AnalysisInputError } from '../errors.ts';
import { type Insufficient, insufficient } from '../statistics/insufficient.ts';
import {
  type IterationOptions,
  type IterationReport,
  iterate,
  readIterationOptions,
} from './iteration.ts';
import type { Network } from './network.ts';

export interface PageRankOptions extends IterationOptions {
  /** Chance of following a tie rather than starting afresh anywhere; in [0, 1), default 0.85. */
  readonly damping?: number;
  /** Follow ties in proportion to their weights; default false. */
  readonly weighted?: boolean;
}

export interface PageRank extends IterationReport {
  /** Shares that add up to 1. */
  readonly values: number[];
}

/**
 * PageRank: where someone ends up who follows ties from person to person, and now and then starts
 * afresh. From a node that sends no tie the walk goes on anywhere.
 * @returns insufficient for a network without nodes.
 * @throws {AnalysisInputError} on a damping outside [0, 1).
 * @complexity O(nodes + ties) a round
 * @source Brin & Page 1998, Computer Networks 30:107.
 * @checked against igraph 1.3.5 `page_rank` and networkx 2.8.8.
 */
export function pageRank(network: Network, options: PageRankOptions = {}): PageRank | Insufficient {
  const { damping = 0.85, weighted = false } = options;
  if (!(damping >= 0 && damping < 1)) {
    throw new AnalysisInputError('damping', 'must be at least 0 and below 1');
  }
  const limits = readIterationOptions({ tolerance: 1e-15, ...options });
  const n = network.nodes.length;
  if (n === 0) return insufficient('nodes', 1, 0);
  const { start, node, weight } = network.in;
  const sent = sentBy(network, weighted);
  const perTie = new Float64Array(n);
  const { values, ...report } = iterate(new Float64Array(n).fill(1 / n), limits, (from, to) => {
    let stranded = 0;
    for (let i = 0; i < n; i++) {
      if (sent[i] === 0) stranded += from[i]!;
      else perTie[i] = from[i]! / sent[i]!;
    }
    const base = (1 - damping + damping * stranded) / n;
    for (let i = 0; i < n; i++) {
      let sum = 0;
      for (let e = start[i]!; e < start[i + 1]!; e++) {
        sum += weighted ? perTie[node[e]!]! * weight[e]! : perTie[node[e]!]!;
      }
      to[i] = base + damping * sum;
    }
  });
  const total = values.reduce((a, b) => a + b, 0);
  return { values: Array.from(values, (value) => value / total), ...report };
}

function sentBy({ out, nodes }: Network, weighted: boolean): Float64Array {
  return Float64Array.from(nodes, (_, i) => {
    const [from, to] = [out.start[i]!, out.start[i + 1]!];
    return weighted ? out.weight.subarray(from, to).reduce((a, b) => a + b, 0) : to - from;
  });
}

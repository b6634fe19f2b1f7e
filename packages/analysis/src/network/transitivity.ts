import { type Insufficient, insufficient } from '../statistics/insufficient.ts';
import { findTie } from './adjacency.ts';
import type { Network } from './network.ts';
import { symmetrize } from './symmetrize.ts';

export interface Transitivity {
  /** Closed share of pairs of neighbours over the whole undirected network. */
  readonly global: number;
  /** The same around each node; null below two neighbours, where there is no pair. */
  readonly local: (number | null)[];
  /** Mean of `local` over all nodes, null counted as 0 (networkx) . */
  readonly localMeanNullAsZero: number;
  /** Mean of `local` over nodes that have one; null when none has. */
  readonly localMean: number | null;
  readonly triangles: number;
  /** Share of directed ways i→j→k with a tie i→k; null without such a way. sna's `weak`. */
  readonly directed: number | null;
}

/**
 * Transitivity: are those I work with tied to each other?
 * @param network  A directed one is read as undirected (a tie either way), apart from `directed`.
 * @returns insufficient when nobody has two neighbours.
 * @complexity O(ties x largest degree)
 * @source Wasserman & Faust 1994, section 6.1; Watts & Strogatz 1998, Nature 393:440 (local).
 * @checked against igraph 1.3.5 `transitivity`, networkx 2.8.8 `clustering`, sna 2.7 `gtrans(measure = "weak")`.
 */
export function transitivity(network: Network): Transitivity | Insufficient {
  const { out, nodes } = symmetrize(network);
  const n = nodes.length;
  const links = new Float64Array(n);
  const mark = new Int32Array(n).fill(-1);
  for (let v = 0; v < n; v++) {
    for (let e = out.start[v]!; e < out.start[v + 1]!; e++) mark[out.node[e]!] = v;
    for (let e = out.start[v]!; e < out.start[v + 1]!; e++) {
      const u = out.node[e]!;
      for (let f = out.start[u]!; f < out.start[u + 1]!; f++) {
        if (out.node[f]! > u && mark[out.node[f]!] === v) links[v]! += 1;
      }
    }
  }
  const pairs = nodes.map((_, v) => {
    const degree = out.start[v + 1]! - out.start[v]!;
    return (degree * (degree - 1)) / 2;
  });
  const allPairs = pairs.reduce((a, b) => a + b, 0);
  if (allPairs === 0) return insufficient('nodes-with-two-neighbours', 1, 0);
  const local = pairs.map((count, v) => (count === 0 ? null : links[v]! / count));
  const known = local.filter((value) => value !== null);
  const sum = known.reduce((a, b) => a + b, 0);
  const closed = links.reduce((a, b) => a + b, 0);
  return {
    global: closed / allPairs,
    local,
    localMeanNullAsZero: sum / n,
    localMean: known.length > 0 ? sum / known.length : null,
    triangles: closed / 3,
    directed: directedTransitivity(network),
  };
}

function directedTransitivity({ out, nodes }: Network): number | null {
  let ways = 0;
  let closed = 0;
  for (let i = 0; i < nodes.length; i++) {
    for (let e = out.start[i]!; e < out.start[i + 1]!; e++) {
      const j = out.node[e]!;
      for (let f = out.start[j]!; f < out.start[j + 1]!; f++) {
        const k = out.node[f]!;
        if (k === i) continue;
        ways += 1;
        if (findTie(out, i, k) >= 0) closed += 1;
      }
    }
  }
  return ways === 0 ? null : closed / ways;
}

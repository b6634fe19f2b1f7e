import { AnalysisInputError } from '../errors.ts';
import type { Network } from './network.ts';
import { symmetrize } from './symmetrize.ts';

/**
 * Which ties count toward a core: `neighbours` in the undirected network; `in` or `out` ties; `total`,
 * where a tie that is returned counts twice.
 */
export type CorenessMode = 'neighbours' | 'in' | 'out' | 'total';

/**
 * Coreness: the largest k for which a node belongs to a group in which everyone has k ties to the rest of it.
 * @param mode  Default `neighbours`.
 * @returns One whole number a node; 0 for an isolated one.
 * @complexity O(nodes + ties)
 * @source Seidman 1983, Social Networks 5:269; Batagelj & Zaversnik 2003, arXiv cs/0310049.
 * @checked against igraph 1.3.5 `coreness`, all modes, and networkx 2.8.8 `core_number`.
 */
export function coreness(network: Network, mode: CorenessMode = 'neighbours'): number[] {
  if (!['neighbours', 'in', 'out', 'total'].includes(mode)) {
    throw new AnalysisInputError('mode', `"${String(mode)}" is unknown`);
  }
  const used = mode === 'neighbours' ? symmetrize(network) : network;
  const counts = used.directed
    ? { in: [used.in], out: [used.out], total: [used.in, used.out], neighbours: [] }[mode]
    : [used.out];
  /** When a node goes, those lose a tie whose counted ties come from it: the rows seen from the other end. */
  const losing = counts.map((rows) => (rows === used.in ? used.out : used.in));
  const degree = new Uint32Array(used.nodes.length);
  for (const { start } of counts) {
    for (let v = 0; v < degree.length; v++) degree[v]! += start[v + 1]! - start[v]!;
  }
  return peel(degree, (v, lose) => {
    for (const { start, node } of losing) {
      for (let e = start[v]!; e < start[v + 1]!; e++) lose(node[e]!);
    }
  });
}

/** Removes the node of lowest degree again and again; its degree then is its coreness. */
function peel(
  degree: Uint32Array,
  eachLoser: (v: number, lose: (w: number) => void) => void,
): number[] {
  const n = degree.length;
  const { order, place, binStart } = sortByDegree(degree);
  const lower = (v: number) => (w: number) => {
    if (degree[w]! <= degree[v]!) return;
    const first = order[binStart[degree[w]!]!]!;
    const from = place[w]!;
    const to = place[first]!;
    order[to] = w;
    order[from] = first;
    place[w] = to;
    place[first] = from;
    binStart[degree[w]!]! += 1;
    degree[w]! -= 1;
  };
  for (let k = 0; k < n; k++) eachLoser(order[k]!, lower(order[k]!));
  return Array.from(degree);
}

function sortByDegree(degree: Uint32Array) {
  const n = degree.length;
  const largest = degree.reduce((a, b) => Math.max(a, b), 0);
  const binStart = new Uint32Array(largest + 2);
  for (const d of degree) binStart[d + 1]! += 1;
  for (let d = 0; d <= largest; d++) binStart[d + 1]! += binStart[d]!;
  const next = binStart.slice();
  const order = new Uint32Array(n);
  const place = new Uint32Array(n);
  for (let v = 0; v < n; v++) {
    place[v] = next[degree[v]!]!++;
    order[place[v]!] = v;
  }
  return { order, place, binStart };
}

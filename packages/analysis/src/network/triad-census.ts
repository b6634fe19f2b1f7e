import { findTie } from './adjacency.ts';
import type { Network } from './network.ts';

/** The sixteen kinds of triad: mutual, asymmetric and null pairs, then down, up, cyclic or transitive. */
export const triadKinds = [
  '003',
  '012',
  '102',
  '021D',
  '021U',
  '021C',
  '111D',
  '111U',
  '030T',
  '030C',
  '201',
  '120D',
  '120U',
  '120C',
  '210',
  '300',
] as const;

export type TriadKind = (typeof triadKinds)[number];
export type TriadCensus = Readonly<Record<TriadKind, number>>;

const ties = ['a→b', 'b→a', 'a→c', 'c→a', 'b→c', 'c→b'] as const;

/** One triad of each kind, from which all 64 arrangements are derived by renaming its nodes. */
const examples: Readonly<Record<TriadKind, readonly (typeof ties)[number][]>> = {
  '003': [],
  '012': ['a→b'],
  '102': ['a→b', 'b→a'],
  '021D': ['b→a', 'b→c'],
  '021U': ['a→b', 'c→b'],
  '021C': ['a→b', 'b→c'],
  '111D': ['a→b', 'b→a', 'c→b'],
  '111U': ['a→b', 'b→a', 'b→c'],
  '030T': ['a→b', 'c→b', 'a→c'],
  '030C': ['b→a', 'c→b', 'a→c'],
  '201': ['a→b', 'b→a', 'b→c', 'c→b'],
  '120D': ['b→a', 'b→c', 'a→c', 'c→a'],
  '120U': ['a→b', 'c→b', 'a→c', 'c→a'],
  '120C': ['a→b', 'b→c', 'a→c', 'c→a'],
  '210': ['a→b', 'b→c', 'c→b', 'a→c', 'c→a'],
  '300': [...ties],
};

const kindOfCode = tabulateKinds();

/**
 * Counts triples of nodes by the pattern of ties among them. 111D has the single tie pointing at the
 * mutual pair, 111U away from it, as igraph and networkx count.
 * @returns Counts that add up to n (n - 1) (n - 2) / 6; `triadKinds` is their usual order (an object
 *   lists keys that look like numbers first).
 * @complexity O(ties x largest degree x log degree)
 * @source Holland & Leinhardt 1976, Sociological Methodology 7:1; Batagelj & Mrvar 2001, Social Networks 23:237.
 * @checked against igraph 1.3.5 `triad_census`.
 */
export function triadCensus(network: Network): TriadCensus {
  const n = network.nodes.length;
  const neighbours = unionRows(network);
  const counts = new Float64Array(triadKinds.length);
  for (let v = 0; v < n; v++) {
    for (const u of neighbours[v]!) {
      if (u <= v) continue;
      const around = union(neighbours[v]!, neighbours[u]!);
      const pair = pairCode(network, v, u);
      counts[pair === 3 ? 2 : 1]! += n - (around.length - 2) - 2;
      for (const w of around) {
        if (w === v || w === u) continue;
        const tiedToV = pairCode(network, v, w);
        if (!(u < w || (v < w && w < u && tiedToV === 0))) continue;
        counts[kindOfCode[pair | (tiedToV << 2) | (pairCode(network, u, w) << 4)]!]! += 1;
      }
    }
  }
  counts[0] = (n * (n - 1) * (n - 2)) / 6 - counts.reduce((a, b) => a + b, 0);
  return Object.fromEntries(triadKinds.map((kind, k) => [kind, counts[k]!])) as Record<
    TriadKind,
    number
  >;
}

/** 1 for a tie from a to b, 2 for one back, 3 for both. */
function pairCode({ out }: Network, a: number, b: number): number {
  return (findTie(out, a, b) >= 0 ? 1 : 0) | (findTie(out, b, a) >= 0 ? 2 : 0);
}

function unionRows(network: Network): number[][] {
  const row = ({ start, node }: Network['out'], v: number) =>
    Array.from(node.subarray(start[v]!, start[v + 1]!));
  return network.nodes.map((_, v) => union(row(network.out, v), row(network.in, v)));
}

/** Two ascending lists as one. */
function union(a: readonly number[], b: readonly number[]): number[] {
  const both: number[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    const x = a[i] ?? Number.POSITIVE_INFINITY;
    const y = b[j] ?? Number.POSITIVE_INFINITY;
    both.push(Math.min(x, y));
    if (x <= y) i += 1;
    if (y <= x) j += 1;
  }
  return both;
}

function tabulateKinds(): Uint8Array {
  const table = new Uint8Array(64);
  const names = ['abc', 'acb', 'bac', 'bca', 'cab', 'cba'];
  triadKinds.forEach((kind, k) => {
    for (const renamed of names) {
      const code = examples[kind].reduce((sum, tie) => {
        const [from, to] = [tie[0]!, tie[2]!].map((node) => renamed['abc'.indexOf(node)]!);
        return sum | (1 << ties.indexOf(`${from}→${to}` as (typeof ties)[number]));
      }, 0);
      table[code] = k;
    }
  });
  return table;
}

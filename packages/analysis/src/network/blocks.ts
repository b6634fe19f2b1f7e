import { numberGroups } from './groups.ts';
import type { Network } from './network.ts';

export interface Blocks {
  /** Group labels in the order of rows and columns. */
  readonly labels: readonly string[];
  readonly sizes: readonly number[];
  /** Ties from the group of the row to the group of the column. Undirected: symmetric, each tie inside a group once. */
  readonly ties: number[][];
  /** Ties divided by possible pairs that were reported on; null where there is no such pair. */
  readonly densities: (number | null)[][];
  readonly warnings: readonly string[];
}

/**
 * Ties and densities within and between groups.
 * @param group  One label a node.
 * @returns Square tables over groups. Densities of a directed network rest on people who responded;
 *   `ties` holds every tie known.
 * @throws {AnalysisInputError} when there is not one label for each node.
 * @complexity O(nodes + ties + groups^2)
 * @source White, Boorman & Breiger 1976, AJS 81(4):730 (blocks); Wasserman & Faust 1994, section 10.2.
 * @checked against R's `rowsum`, fixtures/networks/expected.
 */
export function blocks(network: Network, group: readonly (string | number)[]): Blocks {
  const { labels, of, sizes } = numberGroups(network, group);
  const { out, nodes, responded, directed, warnings } = network;
  const table = () => labels.map(() => labels.map(() => 0));
  const [ties, reported] = [table(), table()];
  const answered = labels.map(() => 0);
  for (let i = 0; i < nodes.length; i++) {
    if (responded[i]) answered[of[i]!]! += 1;
    for (let k = out.start[i]!; k < out.start[i + 1]!; k++) {
      const j = out.node[k]!;
      const share = !directed && of[i] === of[j] ? 0.5 : 1;
      ties[of[i]!]![of[j]!]! += share;
      const known = responded[i] || (!directed && responded[j]);
      if (known) reported[of[i]!]![of[j]!]! += share;
    }
  }
  const densities = reported.map((row, a) =>
    row.map((count, b) => {
      const pairs = possiblePairs(directed, a === b, sizes, answered, a, b);
      return pairs === 0 ? null : count / pairs;
    }),
  );
  return { labels, sizes, ties, densities, warnings };
}

/** Pairs of which at least one end that could report did. */
function possiblePairs(
  directed: boolean,
  inside: boolean,
  sizes: readonly number[],
  answered: readonly number[],
  a: number,
  b: number,
): number {
  if (directed) return answered[a]! * (sizes[b]! - (inside ? 1 : 0));
  const silent = (g: number) => sizes[g]! - answered[g]!;
  if (!inside) return sizes[a]! * sizes[b]! - silent(a) * silent(b);
  return (sizes[a]! * (sizes[a]! - 1) - silent(a) * (silent(a) - 1)) / 2;
}

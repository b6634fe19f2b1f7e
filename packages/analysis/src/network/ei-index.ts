import { seededRandom } from '../random.ts';
import { type Insufficient, insufficient } from '../statistics/insufficient.ts';
import { numberGroups } from './groups.ts';
import type { Network } from './network.ts';
import {
  concatenate,
  type PermutationOptions,
  type PermutationSummary,
  permutationSlices,
  shuffle,
  summarizePermutations,
} from './permutation.ts';

export interface EiIndex {
  /** (external - internal) / all: -1 when every tie stays inside a group, 1 when every tie crosses. */
  readonly index: number;
  readonly externalTies: number;
  readonly internalTies: number;
  /** The index if ties fell on pairs at random: what these group sizes alone would give. */
  readonly expected: number;
  /** Index less expected: above 0 more crossing than chance gives, below 0 less. */
  readonly beyondChance: number;
  readonly groups: readonly { readonly label: string; readonly size: number }[];
  readonly assumptions: readonly string[];
  readonly warnings: readonly string[];
}

export interface EiTest extends EiIndex, PermutationSummary {}

/**
 * E-I index: do ties cross group lines (schools, constituencies)? Ties are counted, not weighed; in an
 * undirected network each counts once.
 * @param group  One label a node.
 * @returns The index beside its chance value; insufficient without a tie or with fewer than two groups.
 * @throws {AnalysisInputError} when there is not one label for each node.
 * @complexity O(nodes + ties)
 * @source Krackhardt & Stern 1988, Social Psychology Quarterly 51:123.
 * @checked against R's matrix arithmetic, fixtures/networks/expected.
 */
export function eiIndex(
  network: Network,
  group: readonly (string | number)[],
): EiIndex | Insufficient {
  const plan = prepare(network, group);
  return 'insufficient' in plan ? plan : plan.result;
}

/**
 * The E-I index with a permutation test: group labels are shuffled over the people, ties stay.
 * @param options  Seed and number of permutations; the two-sided p counts values at least as far from `expected`.
 * @complexity O(permutations (nodes + ties))
 * @source As `eiIndex`; Hubert 1987 (permutation).
 * @checked against 5,000 permutations in R; null calibration test with groups of unequal size.
 */
export function eiTest(
  network: Network,
  group: readonly (string | number)[],
  options: PermutationOptions,
): EiTest | Insufficient {
  const slices = permutationSlices(options);
  const plan = prepare(network, group);
  if ('insufficient' in plan) return plan;
  const { labels, from, to, result } = plan;
  const parts = slices.map(({ first, last, seed }) => {
    const random = seededRandom(seed);
    const shuffled = labels.slice();
    return Float64Array.from({ length: last - first }, () => {
      shuffle(shuffled, random);
      return indexOf(countExternal(from, to, shuffled), from.length);
    });
  });
  return { ...result, ...summarizePermutations(result.index, concatenate(parts), result.expected) };
}

interface Plan {
  readonly labels: Uint32Array;
  readonly from: number[];
  readonly to: number[];
  readonly result: EiIndex;
}

function prepare(network: Network, group: readonly (string | number)[]): Plan | Insufficient {
  const groups = numberGroups(network, group);
  const { from, to } = listTies(network);
  if (groups.labels.length < 2) return insufficient('groups', 2, groups.labels.length);
  if (from.length === 0) return insufficient('ties', 1, 0);
  const externalTies = countExternal(from, to, groups.of);
  const index = indexOf(externalTies, from.length);
  const n = network.nodes.length;
  const internalPairs = groups.sizes.reduce((sum, size) => sum + size * (size - 1), 0);
  const expected = 1 - (2 * internalPairs) / (n * (n - 1));
  const result = {
    index,
    externalTies,
    internalTies: from.length - externalTies,
    expected,
    beyondChance: index - expected,
    groups: groups.labels.map((label, g) => ({ label, size: groups.sizes[g]! })),
    assumptions: ['under chance, every pair of people is equally likely to be tied'],
    warnings: network.warnings,
  };
  return { labels: groups.of, from, to, result };
}

function listTies(network: Network): { from: number[]; to: number[] } {
  const { out, nodes, directed } = network;
  const from: number[] = [];
  const to: number[] = [];
  for (let i = 0; i < nodes.length; i++) {
    for (let k = out.start[i]!; k < out.start[i + 1]!; k++) {
      if (!directed && out.node[k]! < i) continue;
      from.push(i);
      to.push(out.node[k]!);
    }
  }
  return { from, to };
}

function countExternal(from: number[], to: number[], labels: Uint32Array): number {
  let external = 0;
  for (let k = 0; k < from.length; k++) {
    external += labels[from[k]!] === labels[to[k]!] ? 0 : 1;
  }
  return external;
}

const indexOf = (external: number, ties: number): number => (2 * external - ties) / ties;

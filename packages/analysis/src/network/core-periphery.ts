import { AnalysisInputError } from '../errors.ts';
import { seededRandom } from '../random.ts';
import { type Insufficient, insufficient } from '../statistics/insufficient.ts';
import { bestCoresOfAll } from './core-enumeration.ts';
import { type CoreIdeal, correlationWithIdeal } from './core-ideal.ts';
import { bestCoresByMoves } from './core-moves.ts';
import type { Network } from './network.ts';
import { symmetrize } from './symmetrize.ts';

export interface CorePeripheryOptions {
  /** Default `coreOnly`. */
  readonly ideal?: CoreIdeal;
  /** For networks above 21 nodes, whose best core is searched for rather than proven. */
  readonly seed: number;
  /** Starts of that search; default 20, fewer above 200 nodes (4,000 / n, at least 2). */
  readonly starts?: number;
}

export interface CorePeriphery {
  readonly ideal: CoreIdeal;
  /** Pearson correlation of ties with the ideal pattern; at most 1. */
  readonly correlation: number;
  /** Every core that reaches it (ascending places of nodes), at most 20. */
  readonly cores: readonly (readonly number[])[];
  /** How many reach it, when all cores were compared; null when they were searched. */
  readonly optima: number | null;
  /** True when every possible core was compared. */
  readonly exact: boolean;
  readonly warnings: readonly string[];
}

/** Up to here every subset is compared (two million at most). */
const enumerable = 21;

const defaultStarts = (n: number): number => Math.max(2, Math.min(20, Math.floor(4000 / n)));

/**
 * Discrete core and periphery: the set of people whose ties look most like one core. A directed
 * network is read as undirected.
 * @param options.ideal  `either`: a tie wherever at least one end is core. `coreOnly`: all ties inside
 *   the core, none inside the periphery, pairs between the two left out.
 * @returns The best core, proven for up to 21 nodes; insufficient below three nodes or when ties are
 *   absent or everywhere.
 * @throws {AnalysisInputError} on an unknown ideal or a number of starts below 1.
 * @complexity O(2^n) for n <= 21, O(starts x rounds x n^2) above
 * @source Borgatti & Everett 2000, Social Networks 21:375; Lip 2011, arXiv 1102.5511 (degree order as a start).
 * @checked against exhaustive search in numpy.
 */
export function corePeriphery(
  network: Network,
  options: CorePeripheryOptions,
): CorePeriphery | Insufficient {
  const { ideal = 'coreOnly', seed, starts = defaultStarts(network.nodes.length) } = options;
  if (ideal !== 'either' && ideal !== 'coreOnly') {
    throw new AnalysisInputError('ideal', `"${String(ideal)}" is neither "either" nor "coreOnly"`);
  }
  if (!Number.isSafeInteger(starts) || starts < 1) {
    throw new AnalysisInputError('starts', 'must be an integer of at least 1');
  }
  const random = seededRandom(seed);
  const { out, nodes } = symmetrize(network);
  const n = nodes.length;
  const ties = out.node.length / 2;
  if (n < 3) return insufficient('nodes', 3, n);
  if (ties === 0) return insufficient('ties', 1, 0);
  if (ties === (n * (n - 1)) / 2) return insufficient('pairs-without-a-tie', 1, 0);
  const score = correlationWithIdeal(ideal, n, ties);
  const exact = n <= enumerable;
  const found = exact
    ? bestCoresOfAll(out, n, score)
    : bestCoresByMoves(out, n, score, starts, random);
  if (found.cores.length === 0) return insufficient('cores-with-a-defined-correlation', 1, 0);
  const warning = `with ${n} people the best core was searched for, not proven`;
  return {
    ideal,
    correlation: found.correlation,
    cores: found.cores.slice(0, 20),
    optima: exact ? found.cores.length : null,
    exact,
    warnings: exact ? network.warnings : [...network.warnings, warning],
  };
}

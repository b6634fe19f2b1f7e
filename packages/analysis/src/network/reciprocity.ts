import { type Insufficient, insufficient } from '../statistics/insufficient.ts';
import { type DyadCensus, dyadCensus } from './dyad-census.ts';
import type { Network } from './network.ts';

/** Four numbers that all go by the name of reciprocity, for M mutual, A asymmetric and N null pairs. */
export interface Reciprocity {
  /** 2M / (2M + A): the share of ties that are returned. igraph's default, sna's `edgewise`. */
  readonly edgewise: number;
  /** M / (M + A): the share of tied pairs that are tied both ways. igraph's `ratio`, sna's `dyadic.nonnull`. */
  readonly dyadicNonNull: number;
  /** (M + N) / (M + A + N): the share of pairs that agree, untied ones included. sna's `dyadic`. */
  readonly dyadic: number;
  /** (r - d) / (1 - d) for r edgewise and density d: above 0 more than chance, below 0 less; null in a full network. */
  readonly correlation: number | null;
  /** Pairs of which both ends responded; only these were counted. */
  readonly census: DyadCensus;
  readonly warnings: readonly string[];
}

/**
 * Reciprocity of a directed network, each convention under its name.
 * @param network  Pairs with someone who did not respond are left out: one cannot know whether they return a tie.
 * @returns The conventions; insufficient when no tie runs between two respondents.
 * @complexity O(ties log degree)
 * @source Wasserman & Faust 1994, section 13.3; Garlaschelli & Loffredo 2004, PRL 93:268701 (correlation).
 * @checked against igraph 1.3.5 `reciprocity` and sna 2.7 `grecip`; Krackhardt's managers: advice 0.4737, friendship 0.4510.
 */
export function reciprocity(network: Network): Reciprocity | Insufficient {
  const census = dyadCensus(network, network.responded);
  const { mutual, asymmetric } = census;
  if (mutual + asymmetric === 0) return insufficient('ties-between-respondents', 1, 0);
  const pairs = mutual + asymmetric + census.null;
  const edgewise = (2 * mutual) / (2 * mutual + asymmetric);
  const density = (2 * mutual + asymmetric) / (2 * pairs);
  const undirected = network.directed ? [] : ['every tie of an undirected network is mutual'];
  return {
    edgewise,
    dyadicNonNull: mutual / (mutual + asymmetric),
    dyadic: (mutual + census.null) / pairs,
    correlation: density === 1 ? null : (edgewise - density) / (1 - density),
    census,
    warnings: [...network.warnings, ...undirected],
  };
}

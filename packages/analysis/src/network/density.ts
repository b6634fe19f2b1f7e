import { type Insufficient, insufficient } from '../statistics/insufficient.ts';
import { countTies, type Network } from './network.ts';

export interface Density {
  /** Ties divided by all pairs of the roster; an unreported tie counts as absent. */
  readonly wholeRoster: number;
  /** Ties that were reported by respondents, divided by the pairs they were asked about. */
  readonly reported: number;
  /** `reported` lies in here whatever the people who did not answer would have said. */
  readonly bounds: { readonly lowest: number; readonly highest: number };
  readonly ties: number;
  readonly possiblePairs: number;
  readonly observedPairs: number;
  readonly nodes: number;
  readonly respondents: number;
  readonly responseRate: number;
  readonly warnings: readonly string[];
}

/** Below this share of respondents a density is too uncertain to be shown as a fact. */
export const leastResponseRate = 0.7;

/**
 * Density: the share of possible ties that exist, with the people who did not answer accounted for.
 * In a directed network r respondents of n report on r (n - 1) ordered pairs. In an undirected one a
 * pair is observed when at least one of its two ends answered.
 * @param network  Ties of weight above zero count once. Ties sent by people marked as not having
 *   responded are known (from another source), and count in `wholeRoster` alone.
 * @returns Shares in [0, 1]; insufficient below two nodes, or without a respondent.
 * @complexity O(ties)
 * @source Wasserman & Faust 1994, sections 4.1.1 and 4.3.2; Huisman 2009, Journal of Social Structure 10(1).
 * @checked against igraph 1.3.5 (everyone responds); hand-computed cases of non-response.
 */
export function density(network: Network): Density | Insufficient {
  const n = network.nodes.length;
  if (n < 2) return insufficient('nodes', 2, n);
  const respondents = network.responded.filter(Boolean).length;
  if (respondents === 0) return insufficient('respondents', 1, 0);
  const silent = n - respondents;
  const perPair = network.directed ? 1 : 2;
  const possiblePairs = (n * (n - 1)) / perPair;
  const hiddenPairs = network.directed ? silent * (n - 1) : (silent * (silent - 1)) / 2;
  const observedPairs = possiblePairs - hiddenPairs;
  const ties = countTies(network);
  const reported = countReported(network);
  const responseRate = respondents / n;
  return {
    wholeRoster: ties / possiblePairs,
    reported: reported / observedPairs,
    bounds: { lowest: ties / possiblePairs, highest: (reported + hiddenPairs) / possiblePairs },
    ties,
    possiblePairs,
    observedPairs,
    nodes: n,
    respondents,
    responseRate,
    warnings: [...network.warnings, ...responseWarning(responseRate)],
  };
}

function countReported(network: Network): number {
  const { out, responded } = network;
  let reported = 0;
  for (let i = 0; i < responded.length; i++) {
    for (let k = out.start[i]!; k < out.start[i + 1]!; k++) {
      if (network.directed) reported += responded[i] ? 1 : 0;
      else reported += responded[i] || responded[out.node[k]!] ? 0.5 : 0;
    }
  }
  return reported;
}

function responseWarning(responseRate: number): string[] {
  if (responseRate >= leastResponseRate) return [];
  const percent = Math.round(responseRate * 100);
  return [
    `only ${percent} % of the roster answered; below ${leastResponseRate * 100} % every measure of this network is doubtful`,
  ];
}

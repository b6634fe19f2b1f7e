import { fRatioUpperTail } from '../distribution/f-ratio.ts';
import type { Insufficient } from '../insufficient.ts';
import { insufficient } from '../insufficient.ts';
import { DoubleDouble } from '../linear/exact-dot.ts';
import { summarizeGroups } from './groups.ts';

export type VarianceSource = {
  readonly df: number;
  readonly sumOfSquares: number;
  readonly meanSquare: number;
};

export type OneWayVariance = {
  readonly groups: number;
  readonly observations: number;
  readonly between: VarianceSource;
  readonly within: VarianceSource;
  readonly f: number;
  readonly p: number;
  /** Share of the variation that lies between groups (eta squared). */
  readonly rSquared: number;
  /** The same without its upward bias; may be below 0. */
  readonly omegaSquared: number;
  readonly residualSd: number;
  readonly assumptions: readonly ['independent-values', 'equal-variances', 'normal-within-groups'];
};

/**
 * One-way analysis of variance.
 * @param groups  Values of each group, finite; empty groups are left out. Not mutated.
 * @returns the table, or `insufficient` for fewer than two groups or no more values than groups, or
 *   values that are all the same; an infinite F when only the groups differ.
 * @throws {AnalysisInputError} on a value that is not finite.
 * @complexity O(n)
 * @source Fisher 1925, Statistical Methods for Research Workers; sums in two passes from the means.
 * @checked against the certified values of NIST StRD (Simon and Lesage 1 to 4) and R aov.
 */
export function oneWayVariance(
  groups: readonly (readonly number[])[],
): OneWayVariance | Insufficient {
  // Measured from the first value, large constants cancel before anything is rounded.
  const origin = groups.find((group) => group.length > 0)?.[0] ?? 0;
  const summaries = summarizeGroups(groups.map((group) => group.map((value) => value - origin)));
  const k = summaries.length;
  const n = summaries.reduce((sum, group) => sum + group.size, 0);
  if (k < 2) return insufficient('groups', 2, k);
  if (n <= k) return insufficient('observations', k + 1, n);
  const betweenSquares = spreadOfMeans(summaries, n);
  const withinSquares = summaries.reduce((sum, group) => sum + group.squares, 0);
  if (betweenSquares + withinSquares === 0) return insufficient('different-values', 2, 1);
  const between = source(betweenSquares, k - 1);
  const within = source(withinSquares, n - k);
  const f = between.meanSquare / within.meanSquare;
  const total = betweenSquares + withinSquares;
  return {
    groups: k,
    observations: n,
    between,
    within,
    f,
    p: fRatioUpperTail(f, k - 1, n - k),
    rSquared: betweenSquares / total,
    omegaSquared: (betweenSquares - (k - 1) * within.meanSquare) / (total + within.meanSquare),
    residualSd: Math.sqrt(within.meanSquare),
    assumptions: ['independent-values', 'equal-variances', 'normal-within-groups'],
  };
}

function source(sumOfSquares: number, df: number): VarianceSource {
  return { df, sumOfSquares, meanSquare: sumOfSquares / df };
}

/** Weighted squares of the distances of the means from their own mean. */
function spreadOfMeans(groups: readonly { size: number; mean: number }[], n: number): number {
  const weighted = new DoubleDouble();
  for (const group of groups) weighted.addProduct(group.size, group.mean);
  const centre = weighted.value / n;
  return groups.reduce((sum, group) => sum + group.size * (group.mean - centre) ** 2, 0);
}

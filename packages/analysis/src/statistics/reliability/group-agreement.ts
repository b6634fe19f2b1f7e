import { AnalysisInputError } from '../../errors.ts';
import type { Insufficient } from '../insufficient.ts';
import { insufficient } from '../insufficient.ts';
import { mean, variance } from '../mean.ts';
import { median } from '../median.ts';
import { oneWayVariance } from '../variance/one-way.ts';

/** How reliably people in a group answer alike, when groups differ in size. */
export type GroupReliability = {
  readonly groups: number;
  readonly people: number;
  readonly meanSquareBetween: number;
  readonly meanSquareWithin: number;
  readonly f: number;
  readonly p: number;
  /** Share of the variance that lies between groups; may be below 0. */
  readonly icc1: number;
  /** Reliability of a group's mean; null when all groups have the same mean. */
  readonly icc2: number | null;
};

/**
 * ICC(1) and ICC(2) of answers nested in groups, from a one-way analysis of variance.
 * @param groups  Answers of each group, finite; the mean group size stands for all sizes.
 * @returns the coefficients, or `insufficient`.
 * @source Bartko 1976, Psychological Bulletin 83:762-765; Bliese 2000.
 * @checked against R multilevel on a survey of soldiers.
 */
export function groupReliability(
  groups: readonly (readonly number[])[],
): GroupReliability | Insufficient {
  const table = oneWayVariance(groups);
  if ('insufficient' in table) return table;
  const { between, within } = table;
  const size = table.observations / table.groups;
  const difference = between.meanSquare - within.meanSquare;
  return {
    groups: table.groups,
    people: table.observations,
    meanSquareBetween: between.meanSquare,
    meanSquareWithin: within.meanSquare,
    f: table.f,
    p: table.p,
    icc1: difference / (between.meanSquare + (size - 1) * within.meanSquare),
    icc2: between.meanSquare === 0 ? null : difference / between.meanSquare,
  };
}

export type GroupAgreement = {
  /** For each group, in order: agreement, 0 to 1; null with fewer than two people. */
  readonly values: readonly (number | null)[];
  readonly sizes: readonly number[];
  readonly mean: number;
  readonly median: number;
  /** Groups that agree no more than chance would. */
  readonly zero: number;
};

/** Variance of answers on a scale of `options` equally likely steps: what no agreement looks like. */
export function uniformVariance(options: number): number {
  if (!Number.isInteger(options) || options < 2) {
    throw new AnalysisInputError('options', 'must be a whole number of at least 2');
  }
  return (options ** 2 - 1) / 12;
}

/**
 * rwg: how far the people of each group agree on one item.
 * @param groups  Answers of each group, finite.
 * @param expectedVariance  Variance without agreement, above 0; see `uniformVariance`.
 * @returns agreement of each group (below 0 becomes 0) and their middle, or `insufficient` when no
 *   group has two people.
 * @source James, Demaree & Wolf 1984, J. Applied Psychology 69:85-98.
 * @checked against R multilevel on a survey of soldiers.
 */
export function groupAgreement(
  groups: readonly (readonly number[])[],
  expectedVariance: number,
): GroupAgreement | Insufficient {
  return summarize(
    groups.map((group) => group.map((value) => [value])),
    expectedVariance,
    ([share]) => Math.max(0, 1 - share!),
  );
}

export type ItemsAgreementKind = 'james' | 'lindell';

/**
 * rwg(j): how far the people of each group agree on a scale of several items.
 * @param groups  For each group: one row for each person with a number for each item.
 * @param kind  `james` steps the agreement up with the number of items; `lindell` does not, and may
 *   be below 0.
 * @source James, Demaree & Wolf 1984, J. Applied Psychology 69:85-98; Lindell, Brandt & Whitney 1999,
 *   Applied Psychological Measurement 23:127-135.
 * @checked by hand; against R multilevel on a leadership survey where that data is present.
 */
export function itemsAgreement(
  groups: readonly (readonly (readonly number[])[])[],
  expectedVariance: number,
  kind: ItemsAgreementKind = 'james',
): GroupAgreement | Insufficient {
  return summarize(groups, expectedVariance, (shares) => {
    const share = mean(shares);
    if (kind === 'lindell') return 1 - share;
    if (share >= 1) return 0;
    const j = shares.length;
    return (j * (1 - share)) / (j * (1 - share) + share);
  });
}

function summarize(
  groups: readonly (readonly (readonly number[])[])[],
  expectedVariance: number,
  agree: (shares: readonly number[]) => number,
): GroupAgreement | Insufficient {
  if (!(expectedVariance > 0)) {
    throw new AnalysisInputError('expectedVariance', 'must be above 0');
  }
  if (groups.some((group) => group.some((row) => !row.every(Number.isFinite)))) {
    throw new AnalysisInputError('groups', 'has an answer that is not a finite number');
  }
  const values = groups.map((group) => {
    if (group.length < 2) return null;
    const shares = group[0]!.map(
      (_, j) => variance(group.map((row) => row[j]!)) / expectedVariance,
    );
    return agree(shares);
  });
  const known = values.filter((value) => value !== null);
  if (known.length === 0) return insufficient('groups-of-two-or-more', 1, 0);
  return {
    values,
    sizes: groups.map((group) => group.length),
    mean: mean(known),
    median: median(known),
    zero: known.filter((value) => value <= 0).length,
  };
}

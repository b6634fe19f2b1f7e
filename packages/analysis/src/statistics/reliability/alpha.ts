import { AnalysisInputError } from '../../errors.ts';
import { checkLevel } from '../check-level.ts';
import { pearson } from '../correlation.ts';
import { fRatioQuantile } from '../distribution/f-ratio.ts';
import type { Insufficient } from '../insufficient.ts';
import { insufficient } from '../insufficient.ts';
import { mean, variance } from '../mean.ts';
import type { Interval } from '../regression/coefficient.ts';

export type AlphaWarning = 'negatively-related-items' | 'rows-with-missing-answers-left-out';

export type Alpha = {
  readonly items: number;
  /** People who answered every item. */
  readonly people: number;
  readonly alpha: number;
  readonly interval: Interval;
  /** From correlations instead of covariances. */
  readonly standardizedAlpha: number;
  readonly averageCorrelation: number;
  /** For each item: alpha of the others. Null with two items. */
  readonly alphaWithout: readonly number[] | null;
  /** For each item: its correlation with the sum of the others. */
  readonly itemRestCorrelation: readonly number[];
  readonly assumptions: readonly ['one-dimension', 'items-scored-in-one-direction'];
  readonly warnings: readonly AlphaWarning[];
};

/**
 * Cronbach's alpha of a scale.
 * @param answers  One row for each person, one number for each item, items scored in one direction;
 *   NaN or null is a missing answer and leaves the person out. Not mutated.
 * @param level  Level of Feldt's interval; default 0.95.
 * @returns the coefficient and what each item does to it, or `insufficient` for fewer than two items,
 *   three complete people, items that do not vary, or totals that do not.
 * @throws {AnalysisInputError} when rows differ in length.
 * @complexity O(people items^2)
 * @source Cronbach 1951, Psychometrika 16:297-334; Feldt, Woodruff & Salih 1987, Applied Psychological
 *   Measurement 11:93-103.
 * @checked against R psych on the attitude and agreeableness scales.
 */
export function cronbachAlpha(
  answers: readonly (readonly (number | null)[])[],
  level = 0.95,
): Alpha | Insufficient {
  const items = answers[0]?.length ?? 0;
  if (answers.some((row) => row.length !== items)) {
    throw new AnalysisInputError('answers', 'must have a number for every item in each row');
  }
  const complete = answers.filter((row): row is readonly number[] =>
    row.every((value) => value !== null && Number.isFinite(value)),
  );
  checkLevel(level);
  if (items < 2) return insufficient('items', 2, items);
  if (complete.length < 3) return insufficient('people', 3, complete.length);
  const columns = Array.from({ length: items }, (_, j) => complete.map((row) => row[j]!));
  const varying = columns.filter((column) => variance(column) > 0).length;
  if (varying < items) return insufficient('items-that-vary', items, varying);
  // Items that cancel out to one total leave nothing for alpha to be a share of.
  const spread = variance(sums(columns));
  if (!(spread > 0)) return insufficient('different-totals', 2, 1);
  const averageCorrelation = averageOf(columns);
  const people = complete.length;
  const alpha = rawAlpha(columns);
  const rests = columns.map((_, j) => columns.filter((_, other) => other !== j));
  const itemRestCorrelation = columns.map((column, j) => pearson(column, sums(rests[j]!)));
  const warnings: AlphaWarning[] = [];
  if (itemRestCorrelation.some((r) => r < 0)) warnings.push('negatively-related-items');
  if (people < answers.length) warnings.push('rows-with-missing-answers-left-out');
  return {
    items,
    people,
    alpha,
    interval: feldt(alpha, people, items, level),
    standardizedAlpha: (items * averageCorrelation) / (1 + (items - 1) * averageCorrelation),
    averageCorrelation,
    alphaWithout: items === 2 ? null : rests.map(rawAlpha),
    itemRestCorrelation,
    assumptions: ['one-dimension', 'items-scored-in-one-direction'],
    warnings,
  };
}

function rawAlpha(columns: readonly number[][]): number {
  const k = columns.length;
  const own = columns.reduce((sum, column) => sum + variance(column), 0);
  return (k / (k - 1)) * (1 - own / variance(sums(columns)));
}

function sums(columns: readonly number[][]): number[] {
  return columns[0]!.map((_, i) => columns.reduce((sum, column) => sum + column[i]!, 0));
}

function averageOf(columns: readonly number[][]): number {
  const pairs: number[] = [];
  for (let j = 1; j < columns.length; j += 1) {
    for (let k = 0; k < j; k += 1) pairs.push(pearson(columns[j]!, columns[k]!));
  }
  return mean(pairs);
}

function feldt(alpha: number, people: number, items: number, level: number): Interval {
  const [df1, df2] = [people - 1, (people - 1) * (items - 1)];
  return {
    low: 1 - (1 - alpha) * fRatioQuantile((1 + level) / 2, df1, df2),
    high: 1 - (1 - alpha) * fRatioQuantile((1 - level) / 2, df1, df2),
    level,
  };
}

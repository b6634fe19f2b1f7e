import { AnalysisInputError } from '../../errors.ts';
import { checkLevel } from '../check-level.ts';
import { fRatioQuantile, fRatioUpperTail } from '../distribution/f-ratio.ts';
import type { Insufficient } from '../insufficient.ts';
import { insufficient } from '../insufficient.ts';
import { mean } from '../mean.ts';
import type { Interval } from '../regression/coefficient.ts';

/**
 * Shrout and Fleiss's forms. ICC1: each target has raters of its own. ICC2: the same raters, a sample
 * of many. ICC3: the same raters, the only ones of interest. With k: of the mean of all ratings.
 */
export type IntraclassForm = 'ICC1' | 'ICC2' | 'ICC3' | 'ICC1k' | 'ICC2k' | 'ICC3k';

export type Intraclass = {
  readonly form: IntraclassForm;
  readonly estimate: number;
  readonly interval: Interval;
  readonly f: number;
  readonly df1: number;
  readonly df2: number;
  readonly p: number;
};

/**
 * Intraclass correlations of complete ratings, all six forms.
 * @param ratings  One row for each target, one number for each rater; at least 2 by 2, finite.
 * @param level  Default 0.95.
 * @returns the six forms in the order of the type, or `insufficient`, also when no target differs from
 *   another.
 * @throws {AnalysisInputError} when rows differ in length or a rating is not finite.
 * @complexity O(targets raters)
 * @source Shrout & Fleiss 1979, Psychological Bulletin 86:420-428; interval of ICC2: McGraw & Wong
 *   1996, Psychological Methods 1:30-46.
 * @checked against the published example and R psych.
 */
export function intraclassCorrelations(
  ratings: readonly (readonly number[])[],
  level = 0.95,
): Intraclass[] | Insufficient {
  const [n, k] = [ratings.length, ratings[0]?.length ?? 0];
  if (ratings.some((row) => row.length !== k || !row.every(Number.isFinite))) {
    throw new AnalysisInputError(
      'ratings',
      'must have a finite number from every rater in each row',
    );
  }
  checkLevel(level);
  if (n < 2) return insufficient('targets', 2, n);
  if (k < 2) return insufficient('raters', 2, k);
  const totals = new Set(ratings.map((row) => row.reduce((sum, rating) => sum + rating, 0)));
  if (totals.size < 2) return insufficient('targets-that-differ', 2, 1);
  const squares = meanSquares(ratings);
  return [...single(squares, n, k, level), ...averaged(squares, n, k, level)];
}

type MeanSquares = { rows: number; columns: number; error: number; within: number };

function meanSquares(ratings: readonly (readonly number[])[]): MeanSquares {
  const [n, k] = [ratings.length, ratings[0]!.length];
  const centre = mean(ratings.flat());
  const rows = ratings.map((row) => mean(row));
  const columns = ratings[0]!.map((_, j) => mean(ratings.map((row) => row[j]!)));
  const squared = (values: readonly number[]) =>
    values.reduce((sum, value) => sum + (value - centre) ** 2, 0);
  let error = 0;
  let within = 0;
  for (const [i, row] of ratings.entries()) {
    for (const [j, value] of row.entries()) {
      error += (value - rows[i]! - columns[j]! + centre) ** 2;
      within += (value - rows[i]!) ** 2;
    }
  }
  return {
    rows: (k * squared(rows)) / (n - 1),
    columns: (n * squared(columns)) / (k - 1),
    error: error / ((n - 1) * (k - 1)),
    within: within / (n * (k - 1)),
  };
}

function single(ms: MeanSquares, n: number, k: number, level: number): Intraclass[] {
  const one = oneWay(ms, n, k, level);
  const two = twoWay(ms, n, k, level);
  // With perfect agreement f is infinite.
  const shrink = (f: number) => (f === Number.POSITIVE_INFINITY ? 1 : (f - 1) / (f + k - 1));
  const estimate2 =
    (ms.rows - ms.error) / (ms.rows + (k - 1) * ms.error + (k * (ms.columns - ms.error)) / n);
  return [
    { form: 'ICC1', estimate: shrink(one.f), interval: through(one, shrink, level), ...one.test },
    {
      form: 'ICC2',
      estimate: estimate2,
      interval: intervalOfTwo(ms, n, k, estimate2, level),
      ...two.test,
    },
    { form: 'ICC3', estimate: shrink(two.f), interval: through(two, shrink, level), ...two.test },
  ];
}

function averaged(ms: MeanSquares, n: number, k: number, level: number): Intraclass[] {
  const one = oneWay(ms, n, k, level);
  const two = twoWay(ms, n, k, level);
  const whole = (f: number) => 1 - 1 / f;
  const [, single2] = single(ms, n, k, level);
  const stepUp = (r: number) => (r * k) / (1 + r * (k - 1));
  const { low, high } = single2!.interval;
  return [
    { form: 'ICC1k', estimate: whole(one.f), interval: through(one, whole, level), ...one.test },
    {
      form: 'ICC2k',
      estimate: (ms.rows - ms.error) / (ms.rows + (ms.columns - ms.error) / n),
      interval: { low: stepUp(low), high: stepUp(high), level },
      ...two.test,
    },
    { form: 'ICC3k', estimate: whole(two.f), interval: through(two, whole, level), ...two.test },
  ];
}

type FRange = {
  f: number;
  low: number;
  high: number;
  test: Pick<Intraclass, 'f' | 'df1' | 'df2' | 'p'>;
};

const oneWay = (ms: MeanSquares, n: number, k: number, level: number) =>
  fRange(ms.rows / ms.within, n - 1, n * (k - 1), level);

const twoWay = (ms: MeanSquares, n: number, k: number, level: number) =>
  fRange(ms.rows / ms.error, n - 1, (n - 1) * (k - 1), level);

function fRange(f: number, df1: number, df2: number, level: number): FRange {
  const p = (1 + level) / 2;
  return {
    f,
    low: f / fRatioQuantile(p, df1, df2),
    high: f * fRatioQuantile(p, df2, df1),
    test: { f, df1, df2, p: fRatioUpperTail(f, df1, df2) },
  };
}

const through = (range: FRange, map: (f: number) => number, level: number): Interval => ({
  low: map(range.low),
  high: map(range.high),
  level,
});

/** Satterthwaite's degrees of freedom for the mixture of rater and error variance. */
function intervalOfTwo(
  ms: MeanSquares,
  n: number,
  k: number,
  estimate: number,
  level: number,
): Interval {
  const ratio = ms.columns / ms.error;
  const a = k * estimate;
  const b = n * (1 + (k - 1) * estimate) - a;
  // Without error the ratio is infinite, and only the raters' own degrees of freedom are left.
  const v =
    ms.error === 0
      ? k - 1
      : ((k - 1) * (n - 1) * (a * ratio + b) ** 2) / ((n - 1) * (a * ratio) ** 2 + b ** 2);
  const p = (1 + level) / 2;
  const upper = fRatioQuantile(p, n - 1, v);
  const lower = fRatioQuantile(p, v, n - 1);
  const mixed = k * ms.columns + (k * n - k - n) * ms.error;
  return {
    low: (n * (ms.rows - upper * ms.error)) / (upper * mixed + n * ms.rows),
    high: (n * (lower * ms.rows - ms.error)) / (mixed + n * lower * ms.rows),
    level,
  };
}

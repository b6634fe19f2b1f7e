import { AnalysisInputError } from '../../errors.ts';
import { chiSquareUpperTail } from '../distribution/chi-square.ts';
import type { Insufficient } from '../insufficient.ts';
import { insufficient } from '../insufficient.ts';
import type { Count } from './proportion-intervals.ts';
import { checkCount } from './proportion-intervals.ts';

export type ChiSquareTest = {
  readonly statistic: number;
  readonly df: number;
  readonly p: number;
  /** The smallest expected count; below 5 the p-value is rough. */
  readonly smallestExpected: number;
};

/**
 * Pearson's chi-square test of independence in a table of counts, without continuity correction.
 * @param table  Rows of equal length, at least 2 by 2, counts of 0 or more; every row and column has
 *   some.
 * @source Pearson 1900, Philosophical Magazine 50:157-175.
 * @checked against R chisq.test on the teacher retention counts.
 */
export function chiSquareIndependence(table: readonly (readonly number[])[]): ChiSquareTest {
  const columns = table[0]?.length ?? 0;
  if (table.length < 2 || columns < 2 || table.some((row) => row.length !== columns)) {
    throw new AnalysisInputError('table', 'must have at least two rows and columns of one length');
  }
  const rowSums = table.map((row) => row.reduce((sum, count) => sum + count, 0));
  const columnSums = table[0]!.map((_, j) => table.reduce((sum, row) => sum + row[j]!, 0));
  if ([...rowSums, ...columnSums].some((sum) => !(sum > 0))) {
    throw new AnalysisInputError('table', 'has an empty row or column');
  }
  const total = rowSums.reduce((sum, count) => sum + count, 0);
  let statistic = 0;
  let smallestExpected = Number.POSITIVE_INFINITY;
  for (const [i, row] of table.entries()) {
    for (const [j, count] of row.entries()) {
      const expected = (rowSums[i]! * columnSums[j]!) / total;
      statistic += (count - expected) ** 2 / expected;
      smallestExpected = Math.min(smallestExpected, expected);
    }
  }
  const df = (table.length - 1) * (columns - 1);
  return { statistic, df, p: chiSquareUpperTail(statistic, df), smallestExpected };
}

/**
 * Whether rates rise or fall along ordered groups (Cochran and Armitage).
 * @param groups  In order.
 * @param scores  Position of each group; default 1, 2, 3, ...; not all the same.
 * @returns the test, or `insufficient` when nobody or everybody has the event.
 * @source Armitage 1955, Biometrics 11:375-386.
 * @checked against R prop.trend.test on the teacher retention counts.
 */
export function rateTrend(
  groups: readonly Count[],
  scores: readonly number[] = groups.map((_, i) => i + 1),
): Omit<ChiSquareTest, 'smallestExpected'> | Insufficient {
  if (groups.length < 2) throw new AnalysisInputError('groups', 'needs at least two');
  if (scores.length !== groups.length) {
    throw new AnalysisInputError('scores', 'must have one for each group');
  }
  let [n, events, sumX, sumXX, sumXY] = [0, 0, 0, 0, 0];
  for (const [i, group] of groups.entries()) {
    checkCount(`groups[${i}]`, group);
    const x = scores[i]!;
    n += group.of;
    events += group.events;
    sumX += group.of * x;
    sumXX += group.of * x * x;
    sumXY += group.events * x;
  }
  const spread = sumXX - sumX ** 2 / n;
  if (!(spread > 0)) throw new AnalysisInputError('scores', 'must differ between groups');
  if (events === 0 || events === n) return insufficient('outcomes', 2, 1);
  const rate = events / n;
  const statistic = (sumXY - rate * sumX) ** 2 / (rate * (1 - rate) * spread);
  return { statistic, df: 1, p: chiSquareUpperTail(statistic, 1) };
}

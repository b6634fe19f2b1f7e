import { AnalysisInputError } from '../errors.ts';
import type { Insufficient } from './insufficient.ts';
import { insufficient } from './insufficient.ts';
import { longestTrend } from './longest-trend.ts';
import { median } from './median.ts';
import type { RunChartLimits } from './run-chart-limits.ts';
import { runChartLimits } from './run-chart-limits.ts';
import type { DatedValue, OrderWarning } from './run-chart-order.ts';
import { inTimeOrder } from './run-chart-order.ts';
import type { RunsDistribution } from './runs-distribution.ts';
import { runsDistribution } from './runs-distribution.ts';

export type RunChartOptions = {
  /** A centre line fixed beforehand, in the unit of the values. */
  readonly centre?: number;
  /** Take the median of the first so many measurements only (a frozen baseline). */
  readonly baseline?: number;
};

export type RunChartPoint = {
  /** Position in the chart, from 0. */
  readonly index: number;
  /** ISO date, or null when the values came without dates. */
  readonly date: string | null;
  readonly value: number;
  readonly side: 'above' | 'on' | 'below';
  /** A point on the centre line is not useful: it neither extends nor breaks a run. */
  readonly useful: boolean;
  /** Which run it belongs to, from 0; null on the centre line. */
  readonly run: number | null;
  /** It belongs to a run that is longer than chance explains. */
  readonly inShift: boolean;
};

/** What is drawn whether or not there are enough points for a verdict. */
export type RunChartDrawing = {
  readonly centre: number | null;
  readonly centreFrom: 'median' | 'baseline-median' | 'given';
  readonly points: readonly RunChartPoint[];
  readonly warnings: readonly RunChartWarning[];
};

export type RunChartWarning = OrderWarning | 'many-points-on-centre';

export type RunChart = RunChartDrawing & {
  readonly useful: number;
  readonly runs: number;
  readonly longestRun: number;
  readonly crossings: number;
  readonly limits: RunChartLimits;
  /** A run longer than its limit: a sustained shift. */
  readonly shift: boolean;
  /** Fewer crossings than the limit: the level changed, or points depend on one another. */
  readonly fewCrossings: boolean;
  /** Either of the two: more than chance explains. */
  readonly signal: boolean;
  readonly runsDistribution: RunsDistribution;
  /** Points in the longest strict rise or fall; for information, never a signal. */
  readonly longestTrend: number;
  readonly assumptions: readonly [
    'independent-points',
    'ordered-in-time',
    'symmetric-about-centre',
  ];
};

/** Fewer useful points than this allow no verdict. */
const POINTS_NEEDED = 10;

/**
 * Run chart by the Anhoej rules: is there more than chance in a series over time?
 * @param values  Numbers in time order, or dated values (put in date order here, dates as ISO
 *   text). Finite; null is a missing measurement and is left out. Not mutated.
 * @param options.centre  Centre line to use; otherwise the median.
 * @param options.baseline  Median of the first so many measurements (at least 1).
 * @returns the chart and its verdict, or the drawing with `insufficient` when fewer than 10
 *   points are off the centre line. Deterministic.
 * @throws {AnalysisInputError} on a value that is not finite, a date that cannot be read, or both
 *   a centre and a baseline.
 * @complexity O(n log n), and O(n) steps on numbers of n bits for the exact limits.
 * @source Anhoej & Olesen 2014, PLoS ONE 9(11):e113825; Anhoej 2015, PLoS ONE 10(3):e0121349.
 * @checked against an independent NumPy/SciPy computation of three series and eleven limits;
 *   false signals under the null are within Monte Carlo error of the exact rate.
 */
export function runChart(
  values: readonly DatedValue[] | readonly number[],
  options: RunChartOptions = {},
): RunChart | (RunChartDrawing & Insufficient) {
  const ordering: OrderWarning[] = [];
  const measured = inTimeOrder(values, ordering);
  const series = measured.map((each) => each.value);
  const { centre, centreFrom } = chooseCentre(series, options);
  const sides = series.map((value) => Math.sign(value - (centre ?? 0)));
  const { runOf, lengths } = splitIntoRuns(sides);
  const useful = lengths.reduce((sum, length) => sum + length, 0);
  const limits = runChartLimits(Math.max(1, useful));
  const enough = useful >= POINTS_NEEDED;
  const warnings: RunChartWarning[] =
    2 * useful < series.length ? [...ordering, 'many-points-on-centre'] : ordering;

  const points = measured.map(({ date, value }, index): RunChartPoint => {
    const run = runOf[index]!;
    const inShift = enough && run !== null && lengths[run]! > limits.longestRunMax;
    return {
      index,
      date,
      value,
      side: nameSide(sides[index]!),
      useful: run !== null,
      run,
      inShift,
    };
  });
  const drawing: RunChartDrawing = { centre, centreFrom, points, warnings };
  if (!enough) return { ...drawing, ...insufficient('useful-points', POINTS_NEEDED, useful) };

  const above = sides.filter((side) => side > 0).length;
  const longestRun = Math.max(...lengths);
  const crossings = lengths.length - 1;
  const shift = longestRun > limits.longestRunMax;
  const fewCrossings = crossings < limits.crossingsMin;
  return {
    ...drawing,
    useful,
    runs: lengths.length,
    longestRun,
    crossings,
    limits,
    shift,
    fewCrossings,
    signal: shift || fewCrossings,
    runsDistribution: runsDistribution(above, useful - above, lengths.length),
    longestTrend: longestTrend(series),
    assumptions: ['independent-points', 'ordered-in-time', 'symmetric-about-centre'],
  };
}

function chooseCentre(
  series: readonly number[],
  { centre, baseline }: RunChartOptions,
): Pick<RunChartDrawing, 'centre' | 'centreFrom'> {
  if (centre !== undefined && baseline !== undefined) {
    throw new AnalysisInputError('options', 'takes a centre or a baseline, not both');
  }
  if (centre !== undefined) {
    if (!Number.isFinite(centre)) throw new AnalysisInputError('centre', 'is not a finite number');
    return { centre, centreFrom: 'given' };
  }
  if (baseline !== undefined && (!Number.isInteger(baseline) || baseline < 1)) {
    throw new AnalysisInputError('baseline', 'must be a whole number of at least 1');
  }
  const counted = baseline === undefined ? series : series.slice(0, baseline);
  return {
    centre: counted.length === 0 ? null : median(counted),
    centreFrom: baseline === undefined ? 'median' : 'baseline-median',
  };
}

/** Numbers each stretch on one side of the centre; points on the centre belong to none. */
function splitIntoRuns(sides: readonly number[]): { runOf: (number | null)[]; lengths: number[] } {
  const lengths: number[] = [];
  let current = 0;
  const runOf = sides.map((side) => {
    if (side === 0) return null;
    if (side !== current) lengths.push(0);
    current = side;
    lengths[lengths.length - 1]! += 1;
    return lengths.length - 1;
  });
  return { runOf, lengths };
}

function nameSide(side: number): RunChartPoint['side'] {
  if (side === 0) return 'on';
  return side > 0 ? 'above' : 'below';
}

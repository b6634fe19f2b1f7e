import { chiSquareUpperTail } from '../distribution/chi-square.ts';
import { normalQuantile } from '../distribution/normal.ts';
import type { Interval } from '../regression/coefficient.ts';
import { fisherExact } from './fisher-exact.ts';
import type { Count } from './proportion-intervals.ts';
import { checkCount, clopperPearsonInterval, wilsonInterval } from './proportion-intervals.ts';

export type RateComparison = {
  readonly exposed: Rate;
  readonly unexposed: Rate;
  readonly difference: {
    readonly estimate: number;
    readonly newcombe: Interval;
    readonly wald: Interval;
  };
  /** Null when the unexposed have no events; no interval when the exposed have none. */
  readonly ratio: RatioEstimate | null;
  readonly oddsRatio: RatioEstimate | null;
  /** Pearson's chi-square without continuity correction; null when nobody or everybody has the event. */
  readonly chiSquare: { readonly statistic: number; readonly df: 1; readonly p: number } | null;
  readonly fisherP: number;
  readonly warnings: readonly RateWarning[];
};

export type RateWarning = 'no-events-in-a-group' | 'expected-count-below-5';

export type Rate = Count & {
  readonly rate: number;
  readonly wilson: Interval;
  readonly clopperPearson: Interval;
};

export type RatioEstimate = { readonly estimate: number; readonly interval: Interval | null };

/**
 * Compares two rates: difference, ratio and odds ratio, each with an interval.
 * @param exposed  Whole numbers; independent people.
 * @param unexposed  The group to compare with.
 * @param level  Level of the intervals; default 0.95.
 * @returns Newcombe's interval for the difference; Wald's on the logarithm for the ratios.
 * @throws {AnalysisInputError} naming a count that is no count.
 * @source Newcombe 1998, Statistics in Medicine 17:873-890 (method 10); Katz et al. 1978, Biometrics
 *   34:469-474; Woolf 1955, Annals of Human Genetics 19:251-253.
 * @checked against R on the teacher retention counts and the STAR cohort.
 */
export function compareRates(exposed: Count, unexposed: Count, level = 0.95): RateComparison {
  checkCount('exposed', exposed);
  checkCount('unexposed', unexposed);
  const one = describeRate(exposed, level);
  const two = describeRate(unexposed, level);
  const z = normalQuantile((1 + level) / 2);
  const estimate = one.rate - two.rate;
  const reach = z * Math.hypot(spread(one), spread(two));
  return {
    exposed: one,
    unexposed: two,
    difference: {
      estimate,
      newcombe: {
        low: estimate - Math.hypot(one.rate - one.wilson.low, two.wilson.high - two.rate),
        high: estimate + Math.hypot(one.wilson.high - one.rate, two.rate - two.wilson.low),
        level,
      },
      wald: { low: estimate - reach, high: estimate + reach, level },
    },
    ratio: ratio(one.rate, two.rate, ratioError(exposed, unexposed), z, level),
    oddsRatio: ratio(odds(exposed), odds(unexposed), oddsRatioError(exposed, unexposed), z, level),
    chiSquare: chiSquare(exposed, unexposed),
    fisherP: fisherExact(exposed, unexposed),
    warnings: collectWarnings(exposed, unexposed),
  };
}

function describeRate(count: Count, level: number): Rate {
  return {
    ...count,
    rate: count.events / count.of,
    wilson: wilsonInterval(count, level),
    clopperPearson: clopperPearsonInterval(count, level),
  };
}

const spread = ({ rate, of }: Rate) => Math.sqrt((rate * (1 - rate)) / of);
const odds = ({ events, of }: Count) => events / (of - events);

const ratioError = (a: Count, b: Count) =>
  Math.sqrt(1 / a.events - 1 / a.of + 1 / b.events - 1 / b.of);

const oddsRatioError = (a: Count, b: Count) =>
  Math.sqrt(1 / a.events + 1 / (a.of - a.events) + 1 / b.events + 1 / (b.of - b.events));

function ratio(
  above: number,
  below: number,
  error: number,
  z: number,
  level: number,
): RatioEstimate | null {
  const estimate = above / below;
  if (!Number.isFinite(estimate)) return null;
  if (!Number.isFinite(error)) return { estimate, interval: null };
  const reach = Math.exp(z * error);
  return { estimate, interval: { low: estimate / reach, high: estimate * reach, level } };
}

function chiSquare(a: Count, b: Count): RateComparison['chiSquare'] {
  const pooled = (a.events + b.events) / (a.of + b.of);
  if (pooled === 0 || pooled === 1) return null;
  const variance = pooled * (1 - pooled) * (1 / a.of + 1 / b.of);
  const statistic = (a.events / a.of - b.events / b.of) ** 2 / variance;
  return { statistic, df: 1, p: chiSquareUpperTail(statistic, 1) };
}

function collectWarnings(a: Count, b: Count): RateWarning[] {
  const warnings: RateWarning[] = [];
  if (a.events === 0 || b.events === 0) warnings.push('no-events-in-a-group');
  const pooled = (a.events + b.events) / (a.of + b.of);
  const smallest = Math.min(a.of, b.of) * Math.min(pooled, 1 - pooled);
  if (smallest < 5) warnings.push('expected-count-below-5');
  return warnings;
}

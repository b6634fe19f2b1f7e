import { AnalysisInputError } from '../../errors.ts';
import type { Insufficient } from '../insufficient.ts';
import { insufficient } from '../insufficient.ts';
import { mean } from '../mean.ts';
import type { Count } from '../rates/proportion-intervals.ts';
import { checkCount } from '../rates/proportion-intervals.ts';
import { RANGE_OF_TWO } from './individuals-chart.ts';

export type ProportionPoint = Count & {
  readonly rate: number;
  readonly lower: number;
  readonly upper: number;
  readonly outside: boolean;
};

export type ProportionChart = {
  readonly centre: number;
  readonly points: readonly ProportionPoint[];
  /** Spread between points over what chance alone gives; 1 for a plain p chart. */
  readonly sigmaZ: number;
  /** Positions of points outside their limits, from 0. */
  readonly outside: readonly number[];
  readonly assumptions: readonly string[];
};

/**
 * p chart, or Laney's p' chart: rates of unequal groups against limits at three standard errors.
 * @param counts  In the order of the chart (time, or school number for a snapshot).
 * @param kind  `p` trusts that chance within groups is all there is; `laney` widens the limits by the
 *   spread seen from each point to the next, as large groups need.
 * @returns the chart, or `insufficient` for fewer than two groups or rates that are all 0 or 1.
 * @throws {AnalysisInputError} naming a count that is no count.
 * @complexity O(n)
 * @source Shewhart 1931; Laney 2002, Quality Engineering 14(4):531-537.
 * @checked against an independent computation on the STAR schools where that data is present.
 */
export function proportionChart(
  counts: readonly Count[],
  kind: 'p' | 'laney' = 'p',
): ProportionChart | Insufficient {
  if (kind !== 'p' && kind !== 'laney') throw new AnalysisInputError('kind', 'must be p or laney');
  for (const [index, count] of counts.entries()) checkCount(`counts[${index}]`, count);
  if (counts.length < 2) return insufficient('groups', 2, counts.length);
  const events = counts.reduce((sum, count) => sum + count.events, 0);
  const total = counts.reduce((sum, count) => sum + count.of, 0);
  const centre = events / total;
  if (events === 0 || events === total) return insufficient('groups-with-some-events', 1, 0);
  const spread = (of: number) => Math.sqrt((centre * (1 - centre)) / of);
  const z = counts.map((count) => (count.events / count.of - centre) / spread(count.of));
  const steps = z.slice(1).map((value, i) => Math.abs(value - z[i]!));
  const sigmaZ = kind === 'laney' ? mean(steps) / RANGE_OF_TWO : 1;
  const points = counts.map((count, i): ProportionPoint => {
    const reach = 3 * spread(count.of) * sigmaZ;
    return {
      ...count,
      rate: count.events / count.of,
      lower: Math.max(0, centre - reach),
      upper: Math.min(1, centre + reach),
      outside: Math.abs(z[i]!) > 3 * sigmaZ,
    };
  });
  return {
    centre,
    points,
    sigmaZ,
    outside: points.flatMap((point, i) => (point.outside ? [i] : [])),
    assumptions: kind === 'p' ? ['chance-within-groups-only'] : ['steady-spread-between-groups'],
  };
}

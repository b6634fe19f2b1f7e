import { type RunChart, runChart } from '@concord/analysis';
import { type Indicator, type IndicatorValue, meetsTarget } from './indicator.ts';

/** What the values say, before it is put into words. */
export interface IndicatorStanding {
  latest: IndicatorValue | null;
  targetMet: boolean;
  middle: number | null;
  /** More than chance, or not; `insufficient` while there are too few values to say. */
  verdict:
    | { kind: 'insufficient'; have: number; need: number }
    | { kind: 'chance' }
    | { kind: 'few-crossings' }
    | { kind: 'shift'; from: string; to: string; length: number; wanted: boolean };
}

/** Run chart by the rules of the analysis: the middle value, and whether the change is more than chance. */
export function standingOf(indicator: Indicator): IndicatorStanding {
  const { values } = indicator;
  const latest = values.at(-1) ?? null;
  const chart = runChart(values.map(({ measuredOn, value }) => ({ date: measuredOn, value })));
  return {
    latest,
    targetMet: latest !== null && meetsTarget(indicator, latest.value),
    middle: chart.centre,
    verdict:
      'insufficient' in chart
        ? { kind: 'insufficient', ...chart.insufficient }
        : verdictOf(indicator, chart),
  };
}

function verdictOf(indicator: Indicator, chart: RunChart): IndicatorStanding['verdict'] {
  if (!chart.signal) return { kind: 'chance' };
  const last = chart.points.findLast((point) => point.inShift);
  if (!last) return { kind: 'few-crossings' };
  const run = chart.points.filter((point) => point.run === last.run);
  return {
    kind: 'shift',
    from: run[0]?.date ?? '',
    to: last.date ?? '',
    length: run.length,
    wanted: last.side === (indicator.wanted === 'up' ? 'above' : 'below'),
  };
}

import { RunChart, useDates, useLocale, useWords } from '../../ui/index.ts';
import type { Indicator } from './indicator.ts';
import { indicatorWords } from './indicator.words.ts';
import { standingOf } from './indicator-chart.ts';
import { isPercent, sayChart } from './indicator-sentence.ts';

/** The run chart of an indicator with its table twin and one plain sentence. */
export function IndicatorChart({ indicator }: { indicator: Indicator }) {
  const t = useWords(indicatorWords);
  const { locale } = useLocale();
  const dates = useDates();
  const { middle, verdict } = standingOf(indicator);
  const { baseline, baselineOn, target, targetOn } = indicator;
  return (
    <RunChart
      title={indicator.name}
      sentence={sayChart(locale, dates, indicator)}
      points={indicator.values.map(({ measuredOn, value, note }) => ({
        date: measuredOn,
        value,
        note: note || undefined,
      }))}
      baseline={baseline !== null && baselineOn ? { date: baselineOn, value: baseline } : undefined}
      goal={target === null ? undefined : { value: target, date: targetOn ?? undefined }}
      // A middle of two or three values would look like more than it is.
      median={indicator.values.length >= 5 ? (middle ?? undefined) : undefined}
      shift={
        verdict.kind === 'shift'
          ? {
              from: verdict.from,
              to: verdict.to,
              label: t('shift.label', { length: verdict.length }),
            }
          : undefined
      }
      unit={isPercent(indicator.unit) ? 'percent' : 'number'}
      valueLabel={isPercent(indicator.unit) ? undefined : indicator.unit || undefined}
    />
  );
}

import { DateText } from './date-text.view.tsx';
import { RunChartDrawing } from './run-chart-drawing.view.tsx';
import type { ChartPoint } from './run-chart-scale.ts';
import { Table } from './table.view.tsx';
import { uiWords } from './ui.words.ts';
import { useLocale, useWords } from './words.ts';

export interface ChartShift {
  from: string;
  to: string;
  /** "Eight weeks in a row above the middle value". */
  label?: string | undefined;
}

export interface RunChartProps {
  title: string;
  /** What the chart says, in one sentence. */
  sentence: string;
  /** In order of date. */
  points: readonly ChartPoint[];
  /** Where it started, the dated value before the first point. */
  baseline?: { date: string; value: number } | undefined;
  goal?: { date?: string | undefined; value: number } | undefined;
  /** The middle value; left out, none is drawn. */
  median?: number | undefined;
  shift?: ChartShift | undefined;
  /** How a value is written; `percent` takes 0 to 100. */
  unit?: 'number' | 'percent' | undefined;
  /** What the values are, for the table's head. */
  valueLabel?: string | undefined;
}

/** Values over time with their middle, their start and their goal; the same as a table. */
export function RunChart(props: RunChartProps) {
  const say = useValueWords(props.unit);
  return (
    <figure class="run-chart">
      <figcaption class="run-chart-sentence">{props.sentence}</figcaption>
      {props.points.length > 0 && (
        <>
          <RunChartDrawing {...props} say={say} wide />
          <RunChartDrawing {...props} say={say} />
          <ChartTable {...props} say={say} />
        </>
      )}
    </figure>
  );
}

function ChartTable(props: RunChartProps & { say: (value: number) => string }) {
  const t = useWords(uiWords);
  return (
    <details class="disclosure">
      <summary>{t('chart.as-table')}</summary>
      <Table
        caption={props.title}
        columns={[
          { label: t('chart.date') },
          { label: props.valueLabel ?? t('chart.value'), number: true },
          { label: t('chart.note') },
        ]}
        rows={props.points.map((point) => [
          <DateText key="date" date={point.date} />,
          props.say(point.value),
          point.note ?? '',
        ])}
      />
    </details>
  );
}

function useValueWords(unit: RunChartProps['unit'] = 'number'): (value: number) => string {
  const { locale } = useLocale();
  const percent = unit === 'percent';
  const words = new Intl.NumberFormat(locale === 'es' ? 'es-US' : 'en-US', {
    style: percent ? 'percent' : 'decimal',
    maximumFractionDigits: 1,
  });
  return (value) => words.format(percent ? value / 100 : value);
}

import type { ChartShift, RunChartProps } from './run-chart.view.tsx';
import { type Frame, scaleFor, ticks } from './run-chart-scale.ts';
import { uiWords } from './ui.words.ts';
import { useDates, useWords } from './words.ts';

interface DrawingProps extends RunChartProps {
  say: (value: number) => string;
  /** For wide screens; the other one keeps its letters legible on a phone. */
  wide?: boolean;
}

const frames: Record<'wide' | 'narrow', Frame> = {
  wide: { width: 680, height: 320, start: 52, end: 132, top: 30, bottom: 38 },
  narrow: { width: 340, height: 260, start: 40, end: 14, top: 34, bottom: 34 },
};

export function RunChartDrawing(props: DrawingProps) {
  const { points, baseline, goal, shift, say, wide = false } = props;
  const dates = useDates();
  const frame = wide ? frames.wide : frames.narrow;
  const marks = ticks(
    [...points.map((p) => p.value), baseline?.value, goal?.value].filter((v) => v !== undefined),
  );
  const days = [...points.map((p) => p.date), baseline?.date, goal?.date].filter(
    (d) => d !== undefined,
  );
  const { x, y } = scaleFor(frame, days, marks);
  const line = points.map((p) => `${x(p.date).toFixed(1)},${y(p.value).toFixed(1)}`).join(' ');
  const right = frame.width - frame.end;
  const [first, last] = [days.reduce(earlier), days.reduce(later)];
  return (
    <svg
      class={wide ? 'run-chart-drawing run-chart-wide' : 'run-chart-drawing run-chart-narrow'}
      viewBox={`0 0 ${frame.width} ${frame.height}`}
      role="img"
      aria-label={`${props.title}. ${props.sentence}`}
    >
      {marks.map((mark) => (
        <g key={mark}>
          <path class="chart-grid" d={`M${frame.start} ${y(mark)}H${right}`} />
          <text class="chart-tick" x={frame.start - 8} y={y(mark)} dy="0.35em" text-anchor="end">
            {say(mark)}
          </text>
        </g>
      ))}
      {shift && <Shift {...shift} frame={frame} x={x} />}
      <text class="chart-tick" x={x(first)} y={frame.height - 10} text-anchor="start">
        {dates.day(first)}
      </text>
      {last !== first && (
        <text class="chart-tick" x={x(last)} y={frame.height - 10} text-anchor="end">
          {dates.day(last)}
        </text>
      )}
      <Lines {...props} frame={frame} y={y} />
      <polyline class="chart-line" points={line} />
      {baseline && (
        <rect
          class="chart-start"
          x={x(baseline.date) - 4.5}
          y={y(baseline.value) - 4.5}
          width="9"
          height="9"
          transform={`rotate(45 ${x(baseline.date)} ${y(baseline.value)})`}
        />
      )}
      {points.map((point) => (
        <circle key={point.date} class="chart-point" cx={x(point.date)} cy={y(point.value)} r="4.5">
          <title>
            {[`${dates.day(point.date)}: ${say(point.value)}`, point.note]
              .filter(Boolean)
              .join(', ')}
          </title>
        </circle>
      ))}
    </svg>
  );
}

/** The span of a lasting change, named above it. */
function Shift(props: ChartShift & { frame: Frame; x: (date: string) => number }) {
  const t = useWords(uiWords);
  const { frame, x } = props;
  const [from, to] = [x(props.from) - 8, x(props.to) + 8];
  const late = (from + to) / 2 > frame.width / 2;
  return (
    <>
      <rect
        class="chart-shift"
        x={from}
        y={frame.top - 6}
        width={to - from}
        height={frame.height - frame.top - frame.bottom + 6}
        rx="4"
      />
      <text
        class="chart-name chart-name-shift"
        x={late ? to : from}
        y={frame.top - 12}
        text-anchor={late ? 'end' : 'start'}
      >
        {props.label ?? t('chart.shift')}
      </text>
    </>
  );
}

/** Goal, middle value and start as level lines, named at their end. */
function Lines(props: DrawingProps & { frame: Frame; y: (value: number) => number }) {
  const t = useWords(uiWords);
  const { frame, y, say, wide, baseline, goal, median } = props;
  const right = frame.width - frame.end;
  const lines = [
    goal && { kind: 'goal', value: goal.value, text: t('chart.goal', { value: say(goal.value) }) },
    median !== undefined && {
      kind: 'median',
      value: median,
      text: t('chart.median', { value: say(median) }),
    },
    baseline && {
      kind: 'baseline',
      value: baseline.value,
      text: t('chart.baseline', { value: say(baseline.value) }),
    },
  ].filter((entry) => entry !== undefined && entry !== false);
  const labels = spread(lines.map((entry) => y(entry.value)));
  return (
    <>
      {lines.map((entry, at) => (
        <g key={entry.kind}>
          <path class={`chart-${entry.kind}`} d={`M${frame.start} ${y(entry.value)}H${right}`} />
          <text
            class={`chart-name chart-name-${entry.kind}`}
            x={wide ? right + 10 : right}
            y={wide ? labels[at] : y(entry.value) - 6}
            dy={wide ? '0.35em' : 0}
            text-anchor={wide ? 'start' : 'end'}
          >
            {entry.text}
          </text>
        </g>
      ))}
    </>
  );
}

/** Moves labels apart so that none covers another. */
function spread(heights: readonly number[]): number[] {
  const order = heights.map((height, at) => ({ height, at })).sort((a, b) => a.height - b.height);
  let floor = Number.NEGATIVE_INFINITY;
  const placed: number[] = [];
  for (const { height, at } of order) {
    const next = Math.max(height, floor + 18);
    placed[at] = next;
    floor = next;
  }
  return placed;
}

function earlier(a: string, b: string): string {
  return a < b ? a : b;
}

function later(a: string, b: string): string {
  return a > b ? a : b;
}

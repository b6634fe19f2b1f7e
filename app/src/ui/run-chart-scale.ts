export interface ChartPoint {
  /** `YYYY-MM-DD`. */
  date: string;
  value: number;
  note?: string | undefined;
}

/** Round numbers that cover the values, three to six of them. */
export function ticks(values: readonly number[]): number[] {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const span = high - low || Math.abs(high) || 1;
  const rough = span / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 2.5, 5, 10].find((m) => m * power >= rough) ?? 10) * power;
  const first = Math.floor((low - span * 0.05) / step);
  const from = low >= 0 ? Math.max(0, first) : first;
  const to = Math.ceil((high + span * 0.05) / step);
  return Array.from({ length: to - from + 1 }, (_, at) => Number(((from + at) * step).toFixed(6)));
}

/** The middle value; of an even number of values the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  const upper = sorted[half] ?? Number.NaN;
  return sorted.length % 2 ? upper : ((sorted[half - 1] ?? upper) + upper) / 2;
}

export interface Scale {
  x(date: string): number;
  y(value: number): number;
}

export interface Frame {
  width: number;
  height: number;
  start: number;
  end: number;
  top: number;
  bottom: number;
}

/** Days along the width, values up the height of a drawing. */
export function scaleFor(frame: Frame, dates: readonly string[], values: readonly number[]): Scale {
  const days = dates.map((date) => Date.parse(date));
  const [first, last] = [Math.min(...days), Math.max(...days)];
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const across = frame.width - frame.start - frame.end;
  const up = frame.height - frame.top - frame.bottom;
  return {
    x: (date) =>
      frame.start + (last === first ? 0.5 : (Date.parse(date) - first) / (last - first)) * across,
    y: (value) => frame.top + (1 - (value - low) / (high - low || 1)) * up,
  };
}

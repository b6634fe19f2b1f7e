/** The doors of the analysis engine: every number in Concord is made behind one of these. */
export * from './consensus/index.ts';
export { AnalysisInputError } from './errors.ts';
export { seededRandom } from './random.ts';
export type { Insufficient } from './statistics/insufficient.ts';
export { isInsufficient } from './statistics/insufficient.ts';
export type {
  DatedValue,
  RunChart,
  RunChartDrawing,
  RunChartOptions,
  RunChartPoint,
  RunChartWarning,
} from './statistics/run-chart.ts';
export { runChart } from './statistics/run-chart.ts';
export type { RunChartLimits } from './statistics/run-chart-limits.ts';
export { runChartLimits } from './statistics/run-chart-limits.ts';

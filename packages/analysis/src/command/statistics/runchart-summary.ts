import type { Insufficient } from '../../statistics/insufficient.ts';
import type { IndividualsChart } from '../../statistics/process/individuals-chart.ts';
import type { ProportionChart } from '../../statistics/process/proportion-chart.ts';
import type { RunChart, RunChartDrawing } from '../../statistics/run-chart.ts';
import { printInsufficient, printWarnings, short } from './print.ts';

export type ChartReport = {
  readonly value: string;
  readonly chart: RunChart | (RunChartDrawing & Insufficient);
  readonly xmr?: IndividualsChart | Insufficient;
  readonly p?: ProportionChart | Insufficient;
  readonly laney?: ProportionChart | Insufficient;
};

export function summarizeCharts(report: ChartReport): string {
  const parts = [`${report.value}\n`, describeRuns(report.chart)];
  if (report.xmr) parts.push(describeIndividuals(report.xmr));
  if (report.p) parts.push(describeProportions('p chart', report.p));
  if (report.laney) parts.push(describeProportions("Laney's p' chart", report.laney));
  return parts.join('');
}

function describeRuns(chart: ChartReport['chart']): string {
  const centre =
    chart.centre === null ? '' : `centre ${short(chart.centre)} (${chart.centreFrom})\n`;
  if ('insufficient' in chart) return `${centre}${printInsufficient(chart)}`;
  const verdict = chart.signal
    ? `More than chance: ${[chart.shift ? 'a long run' : '', chart.fewCrossings ? 'few crossings' : ''].filter(Boolean).join(' and ')}.`
    : 'Nothing beyond chance.';
  return [
    centre,
    `${chart.useful} useful points, longest run ${chart.longestRun} (limit ${chart.limits.longestRunMax}), `,
    `${chart.crossings} crossings (at least ${chart.limits.crossingsMin})\n${verdict}\n`,
    printWarnings(chart.warnings),
  ].join('');
}

function describeIndividuals(chart: IndividualsChart | Insufficient): string {
  if ('insufficient' in chart) return printInsufficient(chart);
  const outside = chart.outside.length === 0 ? 'none' : chart.outside.map((i) => i + 1).join(', ');
  return `XmR: ${short(chart.lower)} to ${short(chart.upper)} around ${short(chart.centre)}; points outside: ${outside}\n`;
}

function describeProportions(name: string, chart: ProportionChart | Insufficient): string {
  if ('insufficient' in chart) return printInsufficient(chart);
  const outside = chart.outside.length === 0 ? 'none' : chart.outside.map((i) => i + 1).join(', ');
  return `${name}: centre ${short(chart.centre)}, spread ${short(chart.sigmaZ)}; points outside: ${outside}\n`;
}

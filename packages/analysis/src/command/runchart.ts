import { individualsChart } from '../statistics/process/individuals-chart.ts';
import { proportionChart } from '../statistics/process/proportion-chart.ts';
import { runChart } from '../statistics/run-chart.ts';
import type { Command } from './command.ts';
import { parseArguments } from './parse-arguments.ts';
import { numberColumn } from './statistics/data-columns.ts';
import { numberOption } from './statistics/option-value.ts';
import { printJson } from './statistics/print.ts';
import { summarizeCharts } from './statistics/runchart-summary.ts';
import type { Table } from './table.ts';
import { columnIndex, failAtCell, readTable } from './table.ts';
import { UsageError } from './usage-error.ts';

/** `concord-analyze runchart`: is there more than chance in a series over time? */
export const runchart: Command = {
  name: 'runchart',
  summary: 'Run chart by the Anhoej rules, with XmR, p and Laney limits where they are wanted.',
  usage: `runchart FILE [OPTIONS]
  --value COLUMN         the measure (default: "value", else the last column)
  --date COLUMN          ISO dates that give the order (default: "date" where there is one)
  --centre NUMBER        a centre line fixed beforehand instead of the median
  --baseline N           the median of the first N measurements only
  --xmr                  limits for single values from their moving ranges too
  --of COLUMN            --value counts events out of this: the measure is their share, with limits
                         of a p chart and of Laney's
  --json                 all results`,
  example: 'runchart replies.csv --date month --value days --baseline 12',
  run: async (args, io) => {
    const { positionals, values } = parseArguments(args, {
      value: { type: 'string' },
      date: { type: 'string' },
      centre: { type: 'string' },
      baseline: { type: 'string' },
      xmr: { type: 'boolean' },
      of: { type: 'string' },
      json: { type: 'boolean' },
    });
    const [file, extra] = positionals;
    if (file === undefined || extra !== undefined) throw new UsageError('runchart takes a file.');
    const centre = numberOption('centre', values.centre);
    const baseline = numberOption('baseline', values.baseline);
    const table = readTable(await io.readFile(file), file);
    const name =
      values.value ?? (table.columns.includes('value') ? 'value' : table.columns.at(-1)!);
    const dateName = values.date ?? (table.columns.includes('date') ? 'date' : undefined);
    const rows = inOrder(table, dateName);
    const counts = numberColumn(table, name);
    const totals = values.of === undefined ? null : numberColumn(table, values.of);
    const series = rows.map(({ row, date }) => {
      const value = counts[row]!;
      if (value === null || totals === null) return { row, date, value, of: null };
      const of = totals[row]!;
      if (of === null || of <= 0) return { row, date, value: null, of: null };
      return { row, date, value: value / of, of };
    });
    if (totals) checkEvents(table, series, counts, name);
    const measured = series.map(({ date, value }) => ({ date, value }));
    const chart = runChart(measured, {
      ...(centre === undefined ? {} : { centre }),
      ...(baseline === undefined ? {} : { baseline }),
    });
    const present = series.filter((each) => each.value !== null);
    const shares = present.map(({ row, of }) => ({ events: counts[row]!, of: of! }));
    const report = {
      value: totals === null ? name : `${name} / ${values.of}`,
      date: dateName ?? null,
      chart,
      ...(values.xmr ? { xmr: individualsChart(present.map((each) => each.value!)) } : {}),
      ...(totals ? { p: proportionChart(shares), laney: proportionChart(shares, 'laney') } : {}),
    };
    io.stdout(values.json ? printJson(report) : summarizeCharts(report));
    return 0;
  },
};

/** Events are counted out of a whole: an `InputFileError` at the first that are not. */
function checkEvents(
  table: Table,
  series: readonly { readonly row: number; readonly of: number | null }[],
  counts: readonly (number | null)[],
  name: string,
): void {
  for (const { row, of } of series) {
    if (of === null) continue;
    const events = counts[row]!;
    if (Number.isInteger(of) && Number.isInteger(events) && events >= 0 && events <= of) continue;
    const message = `${events} of ${of}: whole numbers are needed, the first at most the second`;
    failAtCell(table, row, table.columns.indexOf(name), message);
  }
}

/** Rows by date; in the file's order without dates. */
function inOrder(
  table: Table,
  dateName: string | undefined,
): { row: number; date: string | null }[] {
  if (dateName === undefined) return table.rows.map((_, row) => ({ row, date: null }));
  const cell = columnIndex(table, dateName);
  const rows = table.rows.map((cells, row) => {
    const date = cells[cell]!.trim();
    if (Number.isNaN(Date.parse(date))) failAtCell(table, row, cell, `"${date}" is no ISO date`);
    return { row, date };
  });
  return rows.sort((a, b) => Date.parse(a.date) - Date.parse(b.date));
}

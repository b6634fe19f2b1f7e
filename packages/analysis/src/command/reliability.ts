import { cronbachAlpha } from '../statistics/reliability/alpha.ts';
import {
  groupAgreement,
  groupReliability,
  itemsAgreement,
  uniformVariance,
} from '../statistics/reliability/group-agreement.ts';
import { intraclassCorrelations } from '../statistics/reliability/intraclass.ts';
import type { Command } from './command.ts';
import { parseArguments } from './parse-arguments.ts';
import { numberColumn } from './statistics/data-columns.ts';
import { listOption, numberOption } from './statistics/option-value.ts';
import { printJson } from './statistics/print.ts';
import { summarizeReliability } from './statistics/reliability-summary.ts';
import { failAtCell, readTable, type Table } from './table.ts';
import { UsageError } from './usage-error.ts';

/** `concord-analyze reliability`: does a scale measure one thing, and do groups agree on it? */
export const reliability: Command = {
  name: 'reliability',
  summary: 'Reliability of a scale (alpha, intraclass correlations) and agreement within groups.',
  usage: `reliability FILE [OPTIONS]
  --items A,B,C          the columns of the scale (default: all but the group)
  --reverse A,B          items that are worded the other way; needs --scale
  --scale LOW-HIGH       the answers' range, such as 1-5
  --group COLUMN         ICC(1), ICC(2), and with --scale rwg of each item and rwg(j)
  --ratings              rows are targets and items are raters: the six intraclass correlations
  --level P              of the intervals (default 0.95)
  --json                 all results`,
  example: 'reliability answers.csv --items q1,q2,q3 --group school --scale 1-5',
  run: async (args, io) => {
    const { positionals, values } = parseArguments(args, {
      items: { type: 'string' },
      reverse: { type: 'string' },
      scale: { type: 'string' },
      group: { type: 'string' },
      ratings: { type: 'boolean' },
      level: { type: 'string' },
      json: { type: 'boolean' },
    });
    const [file, extra] = positionals;
    if (file === undefined || extra !== undefined)
      throw new UsageError('reliability takes a file.');
    const table = readTable(await io.readFile(file), file);
    const items = listOption(values.items) ?? table.columns.filter((name) => name !== values.group);
    const reverse = listOption(values.reverse) ?? [];
    const scale = readScale(values.scale);
    if (reverse.length > 0 && !scale) throw new UsageError('--reverse needs --scale LOW-HIGH.');
    const stray = reverse.find((name) => !items.includes(name));
    if (stray !== undefined) throw new UsageError(`--reverse: "${stray}" is not among the items.`);
    const columns = items.map((name) =>
      answersOf(table, name, scale).map((value) =>
        value !== null && reverse.includes(name) ? scale!.low + scale!.high - value : value,
      ),
    );
    const rows = table.rows.map((_, i) => columns.map((column) => column[i]!));
    const level = numberOption('level', values.level) ?? 0.95;
    const complete = rows.filter((row): row is number[] => row.every((value) => value !== null));
    const group = values.group === undefined ? null : groupLabels(table, values.group);
    const report = {
      items,
      alpha: cronbachAlpha(rows, level),
      ...(values.ratings ? { intraclass: intraclassCorrelations(complete, level) } : {}),
      ...(group ? { groups: describeGroups(rows, group, items, scale) } : {}),
    };
    io.stdout(values.json ? printJson(report) : summarizeReliability(report));
    return 0;
  },
};

type Scale = { low: number; high: number };

function readScale(text: string | undefined): Scale | undefined {
  if (text === undefined) return undefined;
  const match = /^(-?\d+)-(-?\d+)$/.exec(text.trim());
  const [low, high] = [Number(match?.[1]), Number(match?.[2])];
  if (!(low < high)) throw new UsageError(`--scale is a range such as 1-5, not "${text}".`);
  return { low, high };
}

/** One item's answers; an answer outside the scale is a fault of the file. */
function answersOf(table: Table, name: string, scale: Scale | undefined): (number | null)[] {
  const answers = numberColumn(table, name);
  if (!scale) return answers;
  answers.forEach((value, row) => {
    if (value === null || (value >= scale.low && value <= scale.high)) return;
    const range = `${scale.low} to ${scale.high}`;
    failAtCell(table, row, table.columns.indexOf(name), `${value} is not on the scale of ${range}`);
  });
  return answers;
}

function groupLabels(table: Table, name: string): string[] {
  const cell = table.columns.indexOf(name);
  if (cell < 0) throw new UsageError(`--group: there is no column "${name}".`);
  return table.rows.map((row) => row[cell]!.trim());
}

/** Agreement of the people of each group, who must have answered every item. */
function describeGroups(
  rows: readonly (readonly (number | null)[])[],
  labels: readonly string[],
  items: readonly string[],
  scale: Scale | undefined,
) {
  const usable = [...rows.keys()].filter(
    (i) => labels[i] !== '' && rows[i]!.every((value) => value !== null),
  );
  const byLabel = Map.groupBy(usable, (i) => labels[i]!);
  const groups = [...byLabel.values()].map((own) => own.map((i) => rows[i] as readonly number[]));
  const meanOf = (row: readonly number[]) => row.reduce((sum, v) => sum + v, 0) / row.length;
  const expected = scale ? uniformVariance(scale.high - scale.low + 1) : null;
  return {
    labels: [...byLabel.keys()],
    scaleMean: groupReliability(groups.map((group) => group.map(meanOf))),
    byItem: Object.fromEntries(
      items.map((name, j) => {
        const own = groups.map((group) => group.map((row) => row[j]!));
        const rwg = expected === null ? {} : { rwg: groupAgreement(own, expected) };
        return [name, { ...groupReliability(own), ...rwg }];
      }),
    ),
    ...(expected === null
      ? {}
      : {
          expectedVariance: expected,
          rwgj: itemsAgreement(groups, expected),
          rwgjLindell: itemsAgreement(groups, expected, 'lindell'),
        }),
  };
}

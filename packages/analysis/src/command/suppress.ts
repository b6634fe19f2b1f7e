import { readCountTable } from '../privacy/read-count-table.ts';
import { type SuppressedTable, suppressTable } from '../privacy/suppress-table.ts';
import type { Command } from './command.ts';
import { parseArguments } from './parse-arguments.ts';
import { UsageError } from './usage-error.ts';

/** `concord-analyze suppress`: a table of counts that may be published. */
export const suppress: Command = {
  name: 'suppress',
  summary:
    'Hides small counts in a table, and as few others as it takes that nobody can work them out.',
  usage: `suppress TABLE.csv --min N [OPTIONS]
  TABLE.csv      names of rows in the first column, names of columns in the header, counts inside;
                 totals are computed, those in the file are checked
  --min N        counts from 1 to N - 1 are hidden
  --protect N    each small count must stay uncertain by at least N (default 1)
  --json         the shown table, what is hidden and why, and what can still be inferred`,
  example: 'suppress table.csv --min 10',
  run: async (args, io) => {
    const { values, positionals } = parseArguments(args, {
      min: { type: 'string' },
      protect: { type: 'string', default: '1' },
      json: { type: 'boolean' },
    });
    const [file, ...more] = positionals;
    if (file === undefined) throw new UsageError('A file with a table is needed.');
    if (more.length > 0) throw new UsageError(`One table, not also ${more.join(', ')}.`);
    if (values.min === undefined) throw new UsageError('--min is needed.');
    const options = {
      minimum: whole('min', values.min),
      protection: whole('protect', values.protect),
    };
    const table = readCountTable(await io.readFile(file), file);
    const found = suppressTable(table, options);
    if (values.json) {
      io.stdout(`${JSON.stringify({ settings: { file, ...options }, ...jsonOf(found) })}\n`);
    } else if ('insufficient' in found) {
      const { need, have } = found.insufficient;
      io.stdout(`The whole table has ${have} people, fewer than ${need}: show nothing of it.\n`);
    } else {
      io.stdout(summary(found));
    }
    return 0;
  },
};

/** An open end is null in JSON, which has no infinity. */
function jsonOf(found: ReturnType<typeof suppressTable>) {
  if ('insufficient' in found) return found;
  const open = (cells: SuppressedTable['attack']) =>
    cells.map((cell) => ({ ...cell, upper: Number.isFinite(cell.upper) ? cell.upper : null }));
  return {
    ...found,
    attack: open(found.attack),
    attackKnowingZeroesAreShown: open(found.attackKnowingZeroesAreShown),
  };
}

function whole(name: string, text: string): number {
  const value = Number(text);
  if (text.trim() !== '' && Number.isSafeInteger(value) && value >= 1) return value;
  throw new UsageError(`--${name} is a whole number of at least 1, not "${text}".`);
}

function summary(found: SuppressedTable): string {
  const head = ['', ...found.columns, 'total'];
  const names = [...found.rows, 'total'];
  const body = found.shown.map((row, r) => [
    names[r]!,
    ...row.map((n) => (n === null ? '–' : `${n}`)),
  ]);
  const lines = [head, ...body];
  const widths = head.map((_, c) => Math.max(...lines.map((line) => line[c]!.length)));
  const text = lines.map((line) =>
    line
      .map((cell, c) => (c === 0 ? cell.padEnd(widths[c]!) : cell.padStart(widths[c]!)))
      .join('  '),
  );
  const name = ([r, c]: readonly [number, number]) =>
    `${names[r]}, ${[...found.columns, 'total'][c]}`;
  const inferred = found.attackKnowingZeroesAreShown.map(
    ({ cell, lower, upper }) =>
      `  ${name(cell)}: ${lower} to ${Number.isFinite(upper) ? upper : 'any number'}`,
  );
  return [
    ...text,
    '',
    `${found.primary.length} hidden because they are small, ${found.complementary.length} more (${found.valueHidden} people) so that nobody can work them out${found.optimal ? '' : '; fewer might do'}.`,
    ...(inferred.length > 0 ? ['What can still be inferred:', ...inferred] : []),
    '',
  ].join('\n');
}

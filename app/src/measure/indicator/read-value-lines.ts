import { parse } from 'csv-parse/sync';
import { day, decimal } from '../../platform/form.ts';
import type { ValueEntered } from './enter-values.ts';
import { longestNote } from './indicator.ts';

export type LineProblem = 'quotes' | 'columns' | 'date' | 'value' | 'note' | 'twice';

export interface ValueLines {
  values: ValueEntered[];
  /** Lines that could not be read, with the number that a text editor shows. */
  wrong: { line: number; problem: LineProblem; text: string }[];
  /** Set when the list is longer than one upload may be; the rest was not read. */
  cutAfter: number | null;
}

const mostLines = 5000;
const header = /^"?(date|day|fecha|día|dia)\b/i;

/**
 * Reads `date,value[,note]`, one value a line, as spreadsheets save it: comma, semicolon or tab;
 * dates as 2026-11-24 or 11/24/2026; a heading or none. A bad line is named and stops no other.
 */
export function readValueLines(text: string): ValueLines {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/);
  const delimiter = delimiterOf(lines.find((line) => line.trim()) ?? '');
  const found: ValueLines = { values: [], wrong: [], cutAfter: null };
  const seen = new Set<string>();
  let first = true;
  for (const [at, line] of lines.entries()) {
    if (line.trim() === '') continue;
    if (first && header.test(line.trim())) {
      first = false;
      continue;
    }
    first = false;
    if (at >= mostLines) return { ...found, cutAfter: mostLines };
    const read = readLine(line, delimiter);
    if (typeof read === 'string') found.wrong.push({ line: at + 1, problem: read, text: line });
    else if (seen.has(read.measuredOn)) {
      found.wrong.push({ line: at + 1, problem: 'twice', text: line });
    } else {
      seen.add(read.measuredOn);
      found.values.push(read);
    }
  }
  return found;
}

/** Whatever ends the first cell: a semicolon in a note changes nothing. */
function delimiterOf(line: string): string {
  return /[,;\t]/.exec(line)?.[0] ?? ',';
}

function readLine(line: string, delimiter: string): ValueEntered | LineProblem {
  const cells = cellsOf(line, delimiter);
  if (!cells) return 'quotes';
  const [date = '', value = '', note = '', ...more] = cells;
  if (cells.length < 2 || more.some((cell) => cell !== '')) return 'columns';
  const measuredOn = day().safeParse(isoDay(date));
  if (!measuredOn.success) return 'date';
  const number = decimal().safeParse(value.replace(/\s*%$/, ''));
  if (!number.success) return 'value';
  if (note.length > longestNote) return 'note';
  return { measuredOn: measuredOn.data, value: number.data, note };
}

function cellsOf(line: string, delimiter: string): string[] | null {
  try {
    return parse(line, { delimiter, trim: true })[0] ?? [];
  } catch {
    return null;
  }
}

/** 11/24/2026, as spreadsheets in the United States write it, becomes 2026-11-24. */
function isoDay(text: string): string {
  const found = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text);
  if (!found) return text;
  const [, month = '', date = '', year] = found;
  return `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
}

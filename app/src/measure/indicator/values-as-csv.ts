import { type Locale, translate } from '../../ui/index.ts';
import type { Indicator } from './indicator.ts';
import { indicatorWords } from './indicator.words.ts';

/** The values as a spreadsheet reads them, and as the import takes them back. */
export function valuesAsCsv(locale: Locale, indicator: Pick<Indicator, 'values'>): string {
  const head = (['csv.date', 'csv.value', 'csv.note'] as const).map((key) =>
    translate(indicatorWords, locale, key),
  );
  const rows = indicator.values.map(({ measuredOn, value, note }) => [
    measuredOn,
    String(value),
    note,
  ]);
  return `${[head, ...rows].map((cells) => cells.map(cell).join(',')).join('\r\n')}\r\n`;
}

/** Quoted where it must be; a text that a spreadsheet would run as a formula is kept a text. */
function cell(text: string): string {
  const safe = /^[=+@]|^-(?![\d.])/.test(text) ? `'${text}` : text;
  return /[",\r\n;]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

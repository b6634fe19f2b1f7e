import { type Locale, translate } from '../../ui/index.ts';
import type { LeftOut } from './export.ts';
import { exportWords } from './export.words.ts';
import { tableName } from './field-names.ts';

/** What one mark is about, in words that tell nothing of its content. */
export function whatLeftOut(locale: Locale, { item }: Pick<LeftOut, 'item'>): string {
  if (!item) return translate(exportWords, locale, 'what.everywhere');
  const [table = ''] = item.split(':');
  return table === 'record'
    ? translate(exportWords, locale, 'what.record')
    : translate(exportWords, locale, 'what.row', { table: tableName(locale, table) });
}

import { catalogue, type Locale } from '../../ui/index.ts';
import en from './fields.en.json' with { type: 'json' };
import es from './fields.es.json' with { type: 'json' };

const { messages } = catalogue(en, es);

/** A table in words. One that has none yet is called as the database calls it. */
export const tableName = (locale: Locale, table: string) => named(locale, 'table', table);

/** A column in words. */
export const columnName = (locale: Locale, column: string) => named(locale, 'column', column);

function named(locale: Locale, sort: 'table' | 'column', name: string): string {
  const words: Readonly<Record<string, string>> = messages[locale];
  return words[`${sort}.${name}`] ?? name.replaceAll('_', ' ');
}

import { translate } from '../../ui/index.ts';
import type { Content, ExportRow } from './export.ts';
import { exportWords } from './export.words.ts';
import { tableName } from './field-names.ts';
import { html, htmlFacts } from './html.ts';
import { factsOf, kindInWords, type ReadableSetting, stateInWords } from './readable.ts';
import type { Redactor } from './redact.ts';

/** The readable document, row by row: a heading for each record, and its rows beneath. */
export function copyDocument(setting: ReadableSetting, redactor: Redactor) {
  const { locale } = setting;
  let about: string | null | undefined;
  const head = (row: ExportRow, content: Content): string => {
    if (row.about === about) return '';
    about = row.about;
    if (about === null) return `<h2>${html(translate(exportWords, locale, 'copy.rest'))}</h2>\n`;
    const kind = String(content.kind ?? '');
    const title =
      row.table === 'record'
        ? `${kindInWords(locale, kind)}: ${String(content.title)}`
        : translate(exportWords, locale, 'copy.part');
    const state =
      row.table === 'record'
        ? `<p>${html(stateInWords(locale, kind, String(content.state)))}</p>\n`
        : '';
    return `<h2>${html(title)}</h2>\n${state}`;
  };
  return {
    row(row: ExportRow, content: Content): string {
      const facts = factsOf(setting, row.table, content).map(({ term, value }) => ({
        term,
        value: redactor.text(value, row.about),
      }));
      return `${head(row, content)}<h3>${html(tableName(locale, row.table))}</h3>\n${htmlFacts(facts)}`;
    },
  };
}

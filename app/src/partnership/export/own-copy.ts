import { type DateWords, type Locale, translate } from '../../ui/index.ts';
import { csvLine } from './csv.ts';
import type { Content } from './export.ts';
import { exportWords } from './export.words.ts';
import { tableName } from './field-names.ts';
import { html, htmlEnd, htmlFacts, htmlHead } from './html.ts';
import type { OwnRow } from './own.ts';
import { factsOf } from './readable.ts';
import { ZipFiles } from './zip-files.ts';

/** What is kept about a person, for that person: a document to read, tables and data. */
export function ownCopy(
  rows: readonly OwnRow[],
  { locale, dates, name }: { locale: Locale; dates: DateWords; name: string },
): Uint8Array<ArrayBuffer> {
  const files = new ZipFiles();
  const title = translate(exportWords, locale, 'own.copy', { name });
  files.write('about-me.html', htmlHead(locale, title));
  const names = namesOf(rows);
  let place: string | null = null;
  for (const row of rows) {
    const content = JSON.parse(row.content) as Content;
    if (row.partnership !== place) {
      place = row.partnership;
      const heading = place
        ? translate(exportWords, locale, 'own.partnership', { partnership: place })
        : translate(exportWords, locale, 'own.account');
      files.write('about-me.html', `<h2>${html(heading)}</h2>\n`);
    }
    const facts = factsOf({ locale, dates, names }, row.table, content);
    files.write(
      'about-me.html',
      `<h3>${html(tableName(locale, row.table))}</h3>\n${htmlFacts(facts)}`,
    );
    const line = { partnership: row.partnership, ...content };
    files.write(`data/${row.table}.jsonl`, `${JSON.stringify(line)}\n`);
    const sheet = `tables/${row.table}.csv`;
    if (!files.has(sheet)) files.write(sheet, `\uFEFF${csvLine(Object.keys(line))}`);
    files.write(sheet, csvLine(Object.values(line)));
  }
  files.write('about-me.html', htmlEnd);
  const index = { title, files: files.close() };
  files.write('index.json', `${JSON.stringify(index, null, 2)}\n`);
  return files.end();
}

/** Their own seats and organizations, in words. */
function namesOf(rows: readonly OwnRow[]): Map<string, string> {
  const seats = rows.filter(({ table }) => table === 'seat');
  return new Map(
    seats.flatMap(({ content }) => {
      const seat = JSON.parse(content) as Content;
      return [
        [String(seat.id), String(seat.title)],
        [String(seat.organization_id), String(seat.organization)],
      ] as const;
    }),
  );
}

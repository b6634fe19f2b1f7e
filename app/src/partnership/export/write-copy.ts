import { createHash } from 'node:crypto';
import { type DateWords, translate } from '../../ui/index.ts';
import { copyDocument } from './copy-document.ts';
import { csvLine } from './csv.ts';
import type { Content, ExportRow, LeftOut, RecordsRequest } from './export.ts';
import { exportWords } from './export.words.ts';
import { htmlEnd, htmlFacts, htmlHead, htmlTable } from './html.ts';
import { kindInWords } from './readable.ts';
import { redactor } from './redact.ts';
import { whatLeftOut } from './what-left-out.ts';
import { ZipFiles } from './zip-files.ts';

export interface Copy {
  request: Pick<RecordsRequest, 'locale' | 'scope' | 'askedBy' | 'askedOn' | 'withOwn'>;
  partnership: string;
  /** The topic's title or the person's name. */
  subject: string;
  madeBy: string;
  madeAt: Date;
  leftOut: readonly LeftOut[];
  names: ReadonlyMap<string, string>;
  dates: DateWords;
  columnsOf(table: string): readonly string[];
}

/** Digest of what was looked through: the rows as they stand and what is left out of them. */
export async function digestOf(
  rows: AsyncIterable<ExportRow>,
  leftOut: readonly LeftOut[],
): Promise<{ digest: string; rows: number }> {
  const hash = createHash('sha256');
  let count = 0;
  for await (const { about, table, key, content } of rows) {
    hash.update(`${table}\n${key}\n${about ?? ''}\n${content}\n`);
    count += 1;
  }
  hash.update(JSON.stringify(leftOut));
  return { digest: hash.digest('hex'), rows: count };
}

/** The whole copy as a ZIP, and the digest of what went into it. The same input gives the same bytes. */
export async function writeCopy(
  rows: AsyncIterable<ExportRow>,
  copy: Copy,
): Promise<{ zip: Uint8Array<ArrayBuffer>; digest: string }> {
  const files = new ZipFiles();
  const hidden = redactor(copy.leftOut);
  const { locale } = copy.request;
  const title = translate(exportWords, locale, 'copy.title', { partnership: copy.partnership });
  files.write('records.html', `${htmlHead(locale, title)}${intro(copy)}`);
  const document = copyDocument({ locale, dates: copy.dates, names: copy.names }, hidden);
  const withheld = new Map<string, string>();
  const seen = passing(rows, (row) => {
    const shown = hidden.row(row);
    if (shown) writeRow(files, document, copy, shown);
    else if (row.table === 'record') withheld.set(`record:${row.key}`, inShort(copy, row));
  });
  const { digest } = await digestOf(seen, copy.leftOut);
  writeLog(files, copy, withheld);
  files.write('records.html', htmlEnd);
  const index = {
    title,
    askedBy: copy.request.askedBy,
    askedOn: copy.request.askedOn,
    scope: copy.request.scope,
    withOwn: copy.request.withOwn,
    language: locale,
    subject: copy.subject,
    madeBy: copy.madeBy,
    madeAt: copy.madeAt.toISOString(),
    leftOut: copy.leftOut.length,
    files: files.close(),
  };
  files.write('index.json', `${JSON.stringify(index, null, 2)}\n`);
  return { zip: files.end(), digest };
}

async function* passing(
  rows: AsyncIterable<ExportRow>,
  see: (row: ExportRow) => void,
): AsyncGenerator<ExportRow> {
  for await (const row of rows) {
    see(row);
    yield row;
  }
}

function writeRow(
  files: ZipFiles,
  document: ReturnType<typeof copyDocument>,
  copy: Copy,
  row: ExportRow,
): void {
  const content = JSON.parse(row.content) as Content;
  files.write(`data/${row.table}.jsonl`, `${row.content.replaceAll('\n', ' ')}\n`);
  const columns = copy.columnsOf(row.table).filter((column) => column !== 'partnership_id');
  const sheet = `tables/${row.table}.csv`;
  if (!files.has(sheet)) files.write(sheet, `\uFEFF${csvLine(columns)}`);
  files.write(sheet, csvLine(columns.map((column) => content[column])));
  files.write('records.html', document.row(row, content));
}

function intro(copy: Copy): string {
  const { locale } = copy.request;
  const say = (key: 'asked-by' | 'asked-on' | 'scope' | 'made-by' | 'made-at') =>
    translate(exportWords, locale, `copy.${key}`);
  const scope = translate(exportWords, locale, `scope.${copy.request.scope}`);
  return `${htmlFacts([
    { term: say('asked-by'), value: copy.request.askedBy },
    { term: say('asked-on'), value: copy.dates.exact(copy.request.askedOn) },
    { term: say('scope'), value: copy.subject ? `${scope}: ${copy.subject}` : scope },
    { term: say('made-by'), value: copy.madeBy },
    { term: say('made-at'), value: copy.dates.exact(copy.madeAt) },
  ])}<p>${translate(exportWords, locale, 'copy.note')}</p>\n`;
}

/** What was left out: what kind, why, by whom and when; never what it said. */
function writeLog(files: ZipFiles, copy: Copy, withheld: ReadonlyMap<string, string>): void {
  const { locale } = copy.request;
  const entries = copy.leftOut.map((one) => ({
    what: withheld.get(one.item ?? '') ?? whatLeftOut(locale, one),
    how: translate(exportWords, locale, one.passage ? 'how.passage' : 'how.whole'),
    why: one.reason,
    who: copy.names.get(one.namedBySeat) ?? '',
    when: one.namedAt.toISOString(),
  }));
  const heads = (['what', 'how', 'why', 'who', 'when'] as const).map((key) =>
    translate(exportWords, locale, `log.${key}`),
  );
  files.write('redactions.csv', `\uFEFF${csvLine(heads)}`);
  for (const entry of entries) files.write('redactions.csv', csvLine(Object.values(entry)));
  files.write('redactions.jsonl', entries.map((entry) => `${JSON.stringify(entry)}\n`).join(''));
  files.write(
    'records.html',
    `<h2>${translate(exportWords, locale, 'log')}</h2>\n${
      entries.length === 0
        ? `<p>${translate(exportWords, locale, 'log.none')}</p>\n`
        : htmlTable(
            heads,
            entries.map(({ when, ...entry }) => [
              ...Object.values(entry),
              copy.dates.exact(new Date(when)),
            ]),
          )
    }`,
  );
}

/** Which record stays here: its kind and day, never its title. */
function inShort(copy: Copy, row: ExportRow): string {
  const { kind, created_at: made } = JSON.parse(row.content) as Content;
  const { locale } = copy.request;
  const day = copy.dates.exact(new Date(String(made)));
  return translate(exportWords, locale, 'what.record-of', {
    kind: kindInWords(locale, String(kind)),
    day,
  });
}

import type { Content, ExportRow, LeftOut } from './export.ts';
import { tableName } from './field-names.ts';
import { factsOf, kindInWords, type ReadableSetting, stateInWords } from './readable.ts';
import { keysOf, redactor } from './redact.ts';
import type { ReviewItemShown } from './review-item.view.tsx';

/** Rows as the page shows them, those of one record together, with the bars where words are blacked out. */
export function reviewItems(
  setting: ReadableSetting,
  rows: readonly ExportRow[],
  leftOut: readonly LeftOut[],
): ReviewItemShown[] {
  const hidden = redactor(leftOut);
  const items = new Map<string, ReviewItemShown>();
  for (const row of rows) {
    const [id = ''] = keysOf(row);
    const leaving = hidden.row(row);
    const content = JSON.parse((leaving ?? row).content) as Content;
    const before = items.get(id) ?? { id, title: '', state: '', rows: [] };
    const isHead = row.table === 'record';
    items.set(id, {
      id,
      title: isHead
        ? `${kindInWords(setting.locale, String(content.kind))}: ${content.title}`
        : before.title || tableName(setting.locale, row.table),
      state: isHead
        ? stateInWords(setting.locale, String(content.kind), String(content.state))
        : before.state,
      rows: [
        ...before.rows,
        {
          id: `${row.table}:${row.key}`,
          table: tableName(setting.locale, row.table),
          facts: leaving
            ? factsOf(setting, row.table, content).map(({ term, value }) => ({
                term,
                value: hidden.text(value, row.about),
              }))
            : [],
          leaves: leaving !== null,
        },
      ],
    });
  }
  return [...items.values()];
}

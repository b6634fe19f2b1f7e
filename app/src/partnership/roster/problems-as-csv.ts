import { type Locale, translate } from '../../ui/catalogue.ts';
import type { ImportPlan } from './import-plan.ts';
import { rosterWords } from './roster.words.ts';

/** All lines that are named, for whoever mends them in the other system. */
export function problemsAsCsv(locale: Locale, { problems }: Pick<ImportPlan, 'problems'>): string {
  const lines = problems.map(({ file, line, column, code, leftOut }) =>
    [
      file,
      line,
      column ?? '',
      translate(rosterWords, locale, `problem.${code}`),
      translate(rosterWords, locale, leftOut ? 'lines.left-out' : 'lines.used'),
    ]
      .map((cell) => `"${String(cell).replaceAll('"', '""')}"`)
      .join(','),
  );
  return `\uFEFF${[translate(rosterWords, locale, 'lines.csv'), ...lines].join('\r\n')}\r\n`;
}

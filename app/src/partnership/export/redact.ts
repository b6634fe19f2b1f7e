import type { ExportRow, LeftOut } from './export.ts';

/** What stands where words were blacked out: its length tells nothing about theirs. */
export const blackedOut = '██████';

export interface Redactor {
  /** The row as it may leave; null where it stays here. */
  row(row: ExportRow): ExportRow | null;
  /** Words of ours that name something of this row: a seat's holder, a title. */
  text(text: string, about: string | null): string;
}

/** Leaves out what was named, and blacks out words wherever they stand: in any field, at any depth. */
export function redactor(leftOut: readonly LeftOut[]): Redactor {
  const whole = new Set(leftOut.flatMap(({ item, passage }) => (passage ? [] : [item])));
  const passages = new Map<string, string[]>();
  for (const { item, passage } of leftOut)
    if (passage) passages.set(item ?? '', [...(passages.get(item ?? '') ?? []), passage]);
  const of = (keys: readonly string[]) => keys.flatMap((key) => passages.get(key) ?? []);
  return {
    row: (row) => {
      const keys = keysOf(row);
      if (keys.some((key) => whole.has(key))) return null;
      const hidden = of(['', ...keys]);
      if (hidden.length === 0) return row;
      const content = blackOut(JSON.parse(row.content), patternOf(hidden));
      return { ...row, content: JSON.stringify(content) };
    },
    text: (text, about) => {
      const hidden = of(['', ...(about ? [`record:${about}`] : [])]);
      return hidden.length === 0 ? text : text.replace(patternOf(hidden), blackedOut);
    },
  };
}

/** The names under which a row can be left out. */
export function keysOf({
  about,
  table,
  key,
}: Pick<ExportRow, 'about' | 'table' | 'key'>): string[] {
  return [...(about ? [`record:${about}`] : []), `${table}:${key}`];
}

/** Longer passages first, whatever the case and however many blanks stand between the words. */
function patternOf(hidden: readonly string[]): RegExp {
  const alternatives = hidden
    .toSorted((one, other) => other.length - one.length)
    .map((passage) => passage.trim().split(/\s+/u).map(escaped).join(String.raw`\s+`));
  return new RegExp(alternatives.join('|'), 'giu');
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`);

function blackOut(value: unknown, pattern: RegExp): unknown {
  if (typeof value === 'string') return value.replace(pattern, blackedOut);
  if (Array.isArray(value)) return value.map((item) => blackOut(item, pattern));
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(
      Object.entries(value).map(([name, item]) => [
        name.replace(pattern, blackedOut),
        blackOut(item, pattern),
      ]),
    );
  return value;
}

import type { Problems } from '../platform/input-problem.ts';
import { type Catalogue, catalogue, type Locale, translate } from '../ui/catalogue.ts';
import en from './form-problem.en.json' with { type: 'json' };
import es from './form-problem.es.json' with { type: 'json' };

const common = catalogue(en, es);
const bySlice = new Map<string, Catalogue<string>>();

/** A slice's own problems: codes `noun.what` are said by the key `problem.what` of its words. */
export function problemsOf(noun: string, words: Catalogue<string>): void {
  bySlice.set(noun, words);
}

/** Problem codes in words: `code`, `code:number`, or `noun.code` of a slice. */
export function explainProblems(
  locale: Locale,
  problems: Problems,
): { field: string; message: string }[] {
  return Object.entries(problems).map(([field, code]) => ({
    field,
    message: explain(locale, code),
  }));
}

function explain(locale: Locale, code: string): string {
  const [name = '', number] = code.split(':');
  const values = number === undefined ? {} : { n: Number(number) };
  const [noun = '', what] = name.split('.');
  const words = bySlice.get(noun);
  if (what && words) return translate(words, locale, `problem.${what}`, values);
  const key = name in common.messages.en ? (name as keyof typeof en) : 'unknown';
  return translate(common, locale, key, values);
}

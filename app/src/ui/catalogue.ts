import { IntlMessageFormat } from 'intl-messageformat';

export const locales = ['en', 'es'] as const;
export type Locale = (typeof locales)[number];
export type Messages = Record<string, string>;
export type WordValues = Readonly<Record<string, string | number | boolean>>;

/** The texts of one slice in every language. The English keys are the type: a wrong key does not compile. */
export interface Catalogue<Key extends string> {
  readonly messages: Record<Locale, Readonly<Record<Key, string>>>;
  readonly compiled: Record<Locale, Map<Key, IntlMessageFormat>>;
}

export function catalogue<const English extends Messages>(
  en: English,
  es: { readonly [Key in keyof English]: string },
): Catalogue<keyof English & string> {
  return { messages: { en, es }, compiled: { en: new Map(), es: new Map() } };
}

/** One text in one language; values that are dates come already said (see `datesFor`). */
export function translate<Key extends string>(
  words: Catalogue<Key>,
  locale: Locale,
  key: Key,
  values?: WordValues,
): string {
  let message = words.compiled[locale].get(key);
  if (!message) {
    message = new IntlMessageFormat(words.messages[locale][key], locale, undefined, {
      ignoreTag: true,
    });
    words.compiled[locale].set(key, message);
  }
  return String(message.format(values as Record<string, string | number | boolean>));
}

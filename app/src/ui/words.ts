import { type ComponentChildren, createContext, createElement } from 'preact';
import { useContext } from 'preact/hooks';
import { type Catalogue, translate, type WordValues } from './catalogue.ts';
import { type DateSetting, type DateWords, datesFor } from './dates.ts';

export { type Catalogue, catalogue, type Locale, locales, translate } from './catalogue.ts';
export { type DateLike, type DateSetting, type DateWords, datesFor } from './dates.ts';

const LocaleContext = createContext<(DateSetting & { dates: DateWords }) | null>(null);

export interface LocaleProviderProps extends DateSetting {
  children?: ComponentChildren;
}

/** Fixes language, time zone and now for everything rendered inside. */
export function LocaleProvider({ children, locale, timeZone, now }: LocaleProviderProps) {
  const dates = datesFor({ locale, timeZone, now });
  const value = { locale, timeZone, now, dates };
  return createElement(LocaleContext.Provider, { value }, children);
}

function useSetting() {
  const setting = useContext(LocaleContext);
  if (!setting) throw new Error('No LocaleProvider around this component.');
  return setting;
}

export function useLocale(): DateSetting {
  return useSetting();
}

export type Say<Key extends string> = (key: Key, values?: WordValues) => string;

export function useWords<Key extends string>(words: Catalogue<Key>): Say<Key> {
  const { locale } = useLocale();
  return (key, values) => translate(words, locale, key, values);
}

export function useDates(): DateWords {
  return useSetting().dates;
}

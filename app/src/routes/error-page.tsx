import { catalogue, type Locale, translate } from '../ui/catalogue.ts';
import { useWords } from '../ui/words.ts';
import en from './error-page.en.json' with { type: 'json' };
import es from './error-page.es.json' with { type: 'json' };

const words = catalogue(en, es);
const sorts = [
  'not-found',
  'not-allowed',
  'bad-input',
  'our-mistake',
  'too-many',
  'meanwhile',
  'too-large',
  'held',
] as const;

function sortOf(code: string): (typeof sorts)[number] {
  return sorts.find((sort) => code.endsWith(`.${sort}`)) ?? 'our-mistake';
}

export function errorTitle(locale: Locale, code: string): string {
  return translate(words, locale, `title.${sortOf(code)}`);
}

export function ErrorPage({ code, signedIn }: { code: string; signedIn: boolean }) {
  const t = useWords(words);
  const sort = sortOf(code);
  return (
    <>
      <p>{t(sort)}</p>
      <p>
        {sort === 'not-found' && !signedIn ? (
          <a href="/sign-in">{t('sign-in')}</a>
        ) : (
          <a href="/">{t('home')}</a>
        )}
      </p>
    </>
  );
}

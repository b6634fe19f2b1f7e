import type { Actor } from '../partnership/access/index.ts';
import { catalogue, type Locale, translate } from '../ui/catalogue.ts';
import { useWords } from '../ui/words.ts';
import { EndedSeatText, endedSeatTitle, GoOn } from './ended-seat.view.tsx';
import en from './error-page.en.json' with { type: 'json' };
import es from './error-page.es.json' with { type: 'json' };
import { seenAsWords } from './seen-as.view.tsx';

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

const termEnded = 'access.term-ended';

export function errorTitle(locale: Locale, code: string, actor: Actor): string {
  if (actor.seenAs && sortOf(code) === 'not-found')
    return translate(seenAsWords, locale, 'title.none');
  if (code === termEnded) return endedSeatTitle(locale);
  return translate(words, locale, `title.${sortOf(code)}`);
}

export interface ErrorPageProps {
  code: string;
  actor: Actor;
  /** A form was on its way. */
  sent: boolean;
}

export function ErrorPage({ code, actor, sent }: ErrorPageProps) {
  const t = useWords(words);
  const seen = useWords(seenAsWords);
  const sort = sortOf(code);
  if (actor.ended && code === termEnded) return <Ended actor={actor} sent={sent} />;
  if (actor.seenAs) return <p>{seen(sort === 'not-found' ? 'not-there' : 'not-theirs')}</p>;
  return (
    <>
      <p>{t(sort)}</p>
      <p>
        {sort === 'not-found' && !actor.account ? (
          <a href="/sign-in">{t('sign-in')}</a>
        ) : (
          <a href="/">{t('home')}</a>
        )}
      </p>
    </>
  );
}

function Ended({ actor, sent }: Omit<ErrorPageProps, 'code'>) {
  const t = useWords(words);
  if (!actor.ended) return null;
  return (
    <>
      <EndedSeatText ended={actor.ended} sent={sent} other={actor.seat !== null} />
      {actor.seat ? (
        <GoOn actor={actor} />
      ) : (
        <p>
          <a href="/">{t('home')}</a>
        </p>
      )}
    </>
  );
}

import { DateText, LocaleProvider, locales, QrCode, useLocale, useWords } from '../../ui/index.ts';
import type { ListeningLinkRow } from './listening.ts';
import { listeningWords } from './listening.words.ts';

/** What hangs on the wall: one code, and what it is for in each language. */
export function Poster({ link, url }: { link: ListeningLinkRow; url: string }) {
  const t = useWords(listeningWords);
  const setting = useLocale();
  return (
    <section class="poster" aria-label={t('poster.label')}>
      <p class="poster-title">{link.title}</p>
      {link.prompt && <p class="poster-prompt">{link.prompt}</p>}
      <QrCode value={url} label={t('poster.code', { title: link.title })} />
      <div class="poster-languages">
        {locales.map((locale) => (
          <LocaleProvider key={locale} {...setting} locale={locale}>
            <PosterWords link={link} />
          </LocaleProvider>
        ))}
      </div>
      <p class="poster-url">{url.replace(/^https?:\/\//, '')}</p>
    </section>
  );
}

function PosterWords({ link }: { link: ListeningLinkRow }) {
  const t = useWords(listeningWords);
  const { locale } = useLocale();
  return (
    <div lang={locale}>
      <p class="poster-call">{t('poster.call')}</p>
      <p>{t('poster.promise', { days: link.answerDays })}</p>
      <p>
        {t('poster.until')} <DateText date={link.closesOn} />
      </p>
    </div>
  );
}

import { LocaleProvider, locales, Notice, Section, useLocale, useWords } from '../../ui/index.ts';
import { listeningWords } from './listening.words.ts';
import { UnreadWords } from './unread-words.view.tsx';

/**
 * Whatever is the matter with a link, nobody can tell from this page whether there ever was one. What
 * somebody typed while it was closed under them is still here.
 */
export function ListenClosed({ typed }: { typed?: string | undefined }) {
  const t = useWords(listeningWords);
  const setting = useLocale();
  const others = locales.filter((locale) => locale !== setting.locale);
  return (
    <>
      {typed && (
        <Notice kind="warning">
          {t('listen.closed.typed')}
          <UnreadWords text={typed} />
        </Notice>
      )}
      <ClosedWords />
      {others.map((locale) => (
        <LocaleProvider key={locale} {...setting} locale={locale}>
          <div lang={locale}>
            <ClosedSection />
          </div>
        </LocaleProvider>
      ))}
    </>
  );
}

function ClosedSection() {
  const t = useWords(listeningWords);
  return (
    <Section title={t('listen.closed.title')}>
      <ClosedWords />
    </Section>
  );
}

function ClosedWords() {
  const t = useWords(listeningWords);
  return (
    <>
      <p>{t('listen.closed')}</p>
      <p>{t('listen.closed.next')}</p>
    </>
  );
}

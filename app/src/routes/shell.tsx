import { type Actor, seatGroup } from '../partnership/access/index.ts';
import { catalogue, locales } from '../ui/catalogue.ts';
import { Button, Menu, Notice, PageShell, PersonChip, PrintReference } from '../ui/index.ts';
import { useDates, useLocale, useWords } from '../ui/words.ts';
import type { PageAnswer } from './answer.ts';
import { EndedSeatNotice, isToldOfEnd } from './ended-seat.view.tsx';
import { SeenAsChip, SeenAsNotice, seenAsWords } from './seen-as.view.tsx';
import en from './shell.en.json' with { type: 'json' };
import es from './shell.es.json' with { type: 'json' };

const words = catalogue(en, es);

const sections = [
  'table',
  'voices',
  'goals',
  'teams',
  'meetings',
  'decisions',
  'actions',
  'lessons',
  'partners',
  'compact',
  'caucus',
] as const;

export interface ShellProps {
  answer: PageAnswer;
  actor: Actor;
  url: URL;
  /** Where people reach this installation, for what is printed. */
  baseUrl: string;
}

/** What surrounds every page: where we are, the seat we act from, the way to everything else. */
export function Shell({ answer, actor, url, baseUrl }: ShellProps) {
  const t = useWords(words);
  const dates = useDates();
  const { now } = useLocale();
  const here = actor.partnership;
  // Pages that say no say it themselves.
  const left = !answer.bare && isToldOfEnd(actor, now);
  const home = here && actor.seat ? `/p/${here.slug}` : '/';
  return (
    <PageShell
      title={answer.title}
      kind={answer.overline}
      record={answer.record}
      lead={answer.lead}
      action={answer.action}
      side={answer.side}
      visibility={answer.visibility}
      homeHref={home}
      place={here && !answer.bare ? <a href={home}>{here.name}</a> : here?.name}
      seat={<You actor={actor} bare={answer.bare ?? false} url={url} />}
      language={<Languages url={url} />}
      nav={
        here && actor.seat && !answer.bare
          ? sections.map((section) => ({
              href: section === 'table' ? home : `${home}/${section}`,
              label: t(`nav.${section}`),
              current: answer.nav === section,
            }))
          : undefined
      }
      notice={
        answer.notice || here?.demo || actor.seenAs || left ? (
          <>
            {here && actor.seenAs && (
              <SeenAsNotice seenAs={actor.seenAs} path={url.pathname} home={`/p/${here.slug}`} />
            )}
            {left && <EndedSeatNotice actor={actor} />}
            {here?.demo && (
              <Notice>
                {t('demo')} <a href="/demo">{t('demo.switch')}</a>
              </Notice>
            )}
            {answer.notice}
          </>
        ) : undefined
      }
      footer={
        <>
          {here && actor.seat && !answer.visibility && <p>{t('seen')}</p>}
          <p>{t('footer')}</p>
          {here && actor.seat && (
            <p>
              <a href={`${home}/audit`}>{t('audit')}</a>
              {' · '}
              <a href={`${home}/records`}>{t('records')}</a>
              {' · '}
              <a href={`${home}/joint-changes`}>{t('joint-changes')}</a>
              {' · '}
              <a href={`${home}/rules`}>{t('rules')}</a>
              {' · '}
              <a href={`${home}/notices`}>{t('notices')}</a>
            </p>
          )}
        </>
      }
    >
      {answer.body}
      {answer.foot}
      {answer.record && !answer.status && (
        <PrintReference
          url={`${baseUrl}${url.pathname}`}
          note={t('print.as-of', { date: dates.moment(now) })}
        />
      )}
    </PageShell>
  );
}

function You({ actor, bare, url }: { actor: Actor; bare: boolean; url: URL }) {
  const t = useWords(words);
  const seen = useWords(seenAsWords);
  const { locale } = useLocale();
  if (actor.seenAs) return <SeenAsChip seenAs={actor.seenAs} />;
  if (!actor.account) return bare ? null : <a href="/sign-in">{t('sign-in')}</a>;
  const { account, seat } = actor;
  const group = seat && seatGroup(locale, seat.constituency);
  return (
    <Menu
      summary={
        group ? (
          <PersonChip
            name={account.name}
            seat={t(`seat.${seat.sort}`, {
              seat: seat.title,
              organization: seat.organizationName,
            })}
            group={group}
          />
        ) : (
          account.name
        )
      }
    >
      <ul class="you-menu-list">
        {actor.seats.length > 1 && (
          <li>
            <a href="/seats">{t('change-seat')}</a>
          </li>
        )}
        {seat && (
          <li>
            <a href={`/p/${seat.slug}/view-as?page=${encodeURIComponent(url.pathname)}`}>
              {seen('menu')}
            </a>
          </li>
        )}
        {account.demo && (
          <li>
            <a href="/demo">{t('demo.switch')}</a>
          </li>
        )}
        <li>
          <a href="/account">{t('your-account')}</a>
        </li>
        <li>
          <form method="post" action="/sign-out">
            <Button kind="quiet" forgetsDrafts>
              {t('sign-out')}
            </Button>
          </form>
        </li>
      </ul>
    </Menu>
  );
}

function Languages({ url }: { url: URL }) {
  const t = useWords(words);
  const { locale } = useLocale();
  return (
    <nav class="languages" aria-label={t('language')}>
      {locales
        .filter((other) => other !== locale)
        .map((other) => (
          <a
            key={other}
            href={withLanguage(url, other)}
            lang={other}
            hreflang={other}
            rel="alternate"
          >
            {t(`language.${other}`)}
          </a>
        ))}
    </nav>
  );
}

function withLanguage(url: URL, locale: string): string {
  const query = new URLSearchParams(url.search);
  query.delete('done');
  query.set('lang', locale);
  return `${url.pathname}?${query}`;
}

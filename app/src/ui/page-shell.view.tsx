import type { ComponentChildren } from 'preact';
import { Mark } from './mark.view.tsx';
import { uiWords } from './ui.words.ts';
import { useWords } from './words.ts';

export interface NavItem {
  href: string;
  label: string;
  current?: boolean | undefined;
}

export interface PageShellProps {
  /** The one h1. */
  title: string;
  /** What kind of page this is, above the title. */
  kind?: ComponentChildren;
  /** Documents that people sign carry a serif title. */
  record?: boolean | undefined;
  /** Under the title: state, date, a sentence. */
  lead?: ComponentChildren;
  /** Who can see this page, always in sight: a VisibilityLine. */
  visibility?: ComponentChildren;
  /** The page's one primary action. */
  action?: ComponentChildren;
  homeHref: string;
  homeLabel?: string | undefined;
  /** Header: where we are (a name, or a switcher). */
  place?: ComponentChildren;
  /** Header: the seat from which a person acts, language, sign out. */
  seat?: ComponentChildren;
  language?: ComponentChildren;
  nav?: readonly NavItem[] | undefined;
  /** Above the title: what was just done, errors. */
  notice?: ComponentChildren;
  /** Who is in it, the chain, who can see it. */
  side?: ComponentChildren;
  sideLabel?: string | undefined;
  footer?: ComponentChildren;
  children?: ComponentChildren;
}

export function PageShell(props: PageShellProps) {
  const t = useWords(uiWords);
  return (
    <div class="page">
      <a class="skip" href="#main">
        {t('shell.skip')}
      </a>
      <header class="page-header">
        <div class="page-header-row">
          <a class="page-home" href={props.homeHref}>
            <Mark />
            <span class="page-home-name">{props.homeLabel ?? 'Concord'}</span>
            <span class="visually-hidden"> ({t('shell.home')})</span>
          </a>
          {props.place && <div class="page-place">{props.place}</div>}
          {(props.seat || props.language) && (
            <div class="page-you">
              {props.seat}
              {props.language}
            </div>
          )}
        </div>
        {props.nav && props.nav.length > 0 && <Navigation items={props.nav} />}
      </header>
      <main id="main" class="page-main" tabindex={-1}>
        {props.notice && <div class="page-notice">{props.notice}</div>}
        <div class="page-title">
          <div>
            {props.kind && <p class="page-kind">{props.kind}</p>}
            <h1 class={props.record ? 'title-record' : undefined}>{props.title}</h1>
            {props.lead && <div class="page-lead">{props.lead}</div>}
            {props.visibility && <div class="page-visibility">{props.visibility}</div>}
          </div>
          {props.action && <div class="page-action">{props.action}</div>}
        </div>
        <div class={props.side ? 'page-columns' : 'page-single'}>
          <div class="page-reading">{props.children}</div>
          {props.side && (
            <aside class="page-side" aria-label={props.sideLabel ?? t('shell.side')}>
              <details class="page-side-fold">
                <summary>{props.sideLabel ?? t('shell.side')}</summary>
                <div class="page-side-content">{props.side}</div>
              </details>
            </aside>
          )}
        </div>
      </main>
      {props.footer && <footer class="page-footer">{props.footer}</footer>}
    </div>
  );
}

/** A phone's row holds about this many; more fold into a menu there. */
const fewPages = 6;

function Navigation({ items }: { items: readonly NavItem[] }) {
  const t = useWords(uiWords);
  const list = (
    <ul>
      {items.map((item) => (
        <li key={item.href}>
          <a href={item.href} aria-current={item.current ? 'page' : undefined}>
            {item.label}
          </a>
        </li>
      ))}
    </ul>
  );
  if (items.length <= fewPages) {
    return (
      <nav class="page-nav page-nav-row" aria-label={t('shell.nav')}>
        {list}
      </nav>
    );
  }
  const here = items.find((item) => item.current)?.label;
  return (
    <nav class="page-nav" aria-label={t('shell.nav')}>
      <details class="page-nav-fold">
        <summary>{here ? t('shell.menu-here', { here }) : t('shell.menu')}</summary>
        {list}
      </details>
    </nav>
  );
}

import type { ComponentChildren } from 'preact';
import { uiWords } from './ui.words.ts';
import { useWords } from './words.ts';

export interface ChainLink {
  kind: string;
  title: string;
  href: string;
  state?: ComponentChildren;
  when?: ComponentChildren;
}

export interface ChainViewProps {
  /** From the first to the nearest. */
  before: readonly ChainLink[];
  current: Omit<ChainLink, 'href'>;
  /** From the nearest to the last. */
  after: readonly ChainLink[];
  /** Level of the two small headings. */
  level?: 3 | 4 | undefined;
}

/** The thread of records that led here and what came of them. */
export function ChainView({ before, current, after, level = 3 }: ChainViewProps) {
  const t = useWords(uiWords);
  const Heading = level === 3 ? 'h3' : 'h4';
  return (
    <div class="chain">
      <Heading class="chain-heading">{t('chain.before')}</Heading>
      {before.length > 0 ? (
        <ol class="chain-list">
          {before.map((link) => (
            <Link key={link.href} {...link} />
          ))}
        </ol>
      ) : (
        <p class="chain-none">{t('chain.nothing-before')}</p>
      )}
      <div class="chain-here" aria-current="true">
        <p class="chain-kind">
          {current.kind} · {t('chain.here')}
        </p>
        <p class="chain-title">{current.title}</p>
        <Facts state={current.state} when={current.when} />
      </div>
      <Heading class="chain-heading">{t('chain.after')}</Heading>
      {after.length > 0 ? (
        <ol class="chain-list">
          {after.map((link) => (
            <Link key={link.href} {...link} />
          ))}
        </ol>
      ) : (
        <p class="chain-none">{t('chain.nothing-after')}</p>
      )}
    </div>
  );
}

function Link({ kind, title, href, state, when }: ChainLink) {
  return (
    <li class="chain-link">
      <p class="chain-kind">{kind}</p>
      <p class="chain-title">
        <a href={href}>{title}</a>
      </p>
      <Facts state={state} when={when} />
    </li>
  );
}

function Facts({ state, when }: Pick<ChainLink, 'state' | 'when'>) {
  if (!state && !when) return null;
  return (
    <p class="chain-facts">
      {state && <span>{state}</span>}
      {when && <span>{when}</span>}
    </p>
  );
}

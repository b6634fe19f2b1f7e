import type { ComponentChildren } from 'preact';
import { uiWords } from './ui.words.ts';
import { useWords } from './words.ts';

export interface Need {
  href: string;
  /** Verb first: "Give your stance". */
  verb: string;
  /** What it is about. */
  about: string;
  when?: ComponentChildren;
}

export interface NeedsYouProps {
  needs: readonly Need[];
  title?: string | undefined;
  /** What to say when nothing waits. */
  empty?: ComponentChildren;
  level?: 2 | 3 | undefined;
}

/** What waits for this person, first on the page and the only amber on it. */
export function NeedsYou({ needs, title, empty, level = 2 }: NeedsYouProps) {
  const t = useWords(uiWords);
  const Heading = level === 2 ? 'h2' : 'h3';
  if (needs.length === 0 && !empty) return null;
  return (
    <section class={needs.length > 0 ? 'needs' : 'needs needs-none'}>
      <Heading class="needs-title">{title ?? t('needs.title')}</Heading>
      {needs.length === 0 ? (
        <p class="needs-empty">{empty}</p>
      ) : (
        <ul class="needs-list">
          {needs.map((need) => (
            <li key={need.href + need.verb}>
              <a class="needs-link" href={need.href}>
                <span class="needs-verb">{need.verb}</span>
                <span class="needs-about">{need.about}</span>
              </a>
              {need.when && <span class="needs-when">{need.when}</span>}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

import type { ComponentChildren } from 'preact';

export interface VisibilityLineProps {
  /** Who can see it: everyone, the people here, a closed group, one person. */
  reach: 'public' | 'shared' | 'closed' | 'person';
  /** In words: "Only the 9 members of the team see this". */
  text: string;
  /** Names them. */
  href?: string | undefined;
  linkText?: string | undefined;
  /** More about it, in the same line. */
  children?: ComponentChildren;
}

export function VisibilityLine({ reach, text, href, linkText, children }: VisibilityLineProps) {
  return (
    <p class="visibility">
      <svg class="visibility-shape" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
        {shapes[reach]}
      </svg>
      <span>
        {text} {href && linkText && <a href={href}>{linkText}</a>} {children}
      </span>
    </p>
  );
}

const shapes = {
  public: (
    <path d="M10 2a8 8 0 1 0 0 16 8 8 0 0 0 0-16ZM2 10h16M10 2c5 5 5 11 0 16M10 2c-5 5-5 11 0 16" />
  ),
  shared: (
    <path d="M7 9a3 3 0 1 0 0-6 3 3 0 0 0 0 6ZM1.8 17c0-3.3 2.3-5 5.2-5s5.2 1.7 5.2 5M13 9a2.6 2.6 0 1 0-.6-5.1M14.8 12.2c2 .5 3.4 2.2 3.4 4.8" />
  ),
  closed: <path d="M4 9h12v8H4ZM6.5 9V6.5a3.5 3.5 0 0 1 7 0V9M10 12v2" />,
  person: (
    <path d="M10 9.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7ZM3.5 17.5c0-3.6 2.9-5.5 6.5-5.5s6.5 1.9 6.5 5.5" />
  ),
} as const;

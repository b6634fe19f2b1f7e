import type { ComponentChildren } from 'preact';

const address = /https?:\/\/[^\s<>"']+/g;

function linked(line: string): ComponentChildren[] {
  const parts: ComponentChildren[] = [];
  let from = 0;
  for (const match of line.matchAll(address)) {
    const href = trimEnd(match[0]);
    parts.push(line.slice(from, match.index));
    parts.push(
      <a href={href} rel="nofollow noopener ugc">
        {href.replace(/^https?:\/\//, '')}
      </a>,
    );
    from = match.index + href.length;
  }
  return [...parts, line.slice(from)];
}

/** A sentence's own full stop or bracket is no part of the address in it. */
function trimEnd(found: string): string {
  const href = found.replace(/[.,;:!?…]+$/, '');
  const unopened = href.split(')').length > href.split('(').length;
  return unopened && href.endsWith(')') ? trimEnd(href.slice(0, -1)) : href;
}

export interface ProseProps {
  /** What a person wrote: plain text, empty lines between paragraphs. */
  text: string;
  /** Quoted words of a person. */
  quote?: boolean | undefined;
}

export function Prose({ text, quote }: ProseProps) {
  const paragraphs = text
    .replace(/\r\n?/g, '\n')
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter(Boolean);
  const body = paragraphs.map((paragraph, at) => (
    <p key={at}>
      {paragraph.split('\n').map((line, row) => (
        <>
          {row > 0 && <br />}
          {linked(line)}
        </>
      ))}
    </p>
  ));
  return quote ? <blockquote class="prose">{body}</blockquote> : <div class="prose">{body}</div>;
}

import type { ComponentChildren } from 'preact';

export interface OpeningProps {
  /** Beside the text on wide screens, under it on a phone. */
  figure: ComponentChildren;
  children?: ComponentChildren;
}

/** The first thing on a first page: what this is, the one step, and the table. */
export function Opening({ figure, children }: OpeningProps) {
  return (
    <div class="opening">
      <div class="opening-text">{children}</div>
      <div class="opening-figure">{figure}</div>
    </div>
  );
}

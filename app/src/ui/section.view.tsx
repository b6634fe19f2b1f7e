import type { ComponentChildren } from 'preact';

export interface SectionProps {
  title: string;
  id?: string | undefined;
  /** Beside the title: a quiet link, a count. */
  aside?: ComponentChildren;
  children?: ComponentChildren;
}

/** A part of the reading column. */
export function Section({ title, id, aside, children }: SectionProps) {
  return (
    <section class="section" id={id}>
      <div class="section-head">
        <h2>{title}</h2>
        {aside && <div class="section-aside">{aside}</div>}
      </div>
      {children}
    </section>
  );
}

/** A part of the side column: who is in it, the chain, who can see it. */
export function SideSection({ title, children }: { title: string; children?: ComponentChildren }) {
  return (
    <section class="side-section">
      <h2>{title}</h2>
      {children}
    </section>
  );
}

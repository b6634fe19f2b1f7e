import type { ComponentChildren } from 'preact';

export interface DisclosureProps {
  summary: ComponentChildren;
  open?: boolean | undefined;
  /** Disclosures of the same name close each other. */
  name?: string | undefined;
  children?: ComponentChildren;
}

/** More on demand, without JavaScript. */
export function Disclosure({ summary, open, name, children }: DisclosureProps) {
  return (
    <details class="disclosure" open={open} name={name}>
      <summary>{summary}</summary>
      <div class="disclosure-content">{children}</div>
    </details>
  );
}

export interface MenuProps extends DisclosureProps {
  /** Which edge of the summary the panel keeps to. */
  align?: 'start' | 'end' | undefined;
}

/** A small panel that opens under its summary: the switchers in the header. */
export function Menu({ summary, name, align = 'end', children }: MenuProps) {
  return (
    <details class={`menu menu-${align}`} name={name} data-menu>
      <summary>{summary}</summary>
      <div class="menu-panel">{children}</div>
    </details>
  );
}

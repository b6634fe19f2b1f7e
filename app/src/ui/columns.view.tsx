import type { ComponentChildren } from 'preact';

export interface ColumnsProps {
  items: readonly { title: string; text: ComponentChildren }[];
  /** A list whose order matters. */
  ordered?: boolean | undefined;
}

/** A few short texts side by side. */
export function Columns({ items, ordered }: ColumnsProps) {
  const entries = items.map(({ title, text }) => (
    <li key={title}>
      <h3>{title}</h3>
      <div>{text}</div>
    </li>
  ));
  return ordered ? <ol class="columns">{entries}</ol> : <ul class="columns">{entries}</ul>;
}

import type { ComponentChildren } from 'preact';

export interface Definition {
  term: string;
  value: ComponentChildren;
}

/** Facts of a record: term and value, side by side where there is room. */
export function DefinitionList({ items }: { items: readonly Definition[] }) {
  return (
    <dl class="definitions">
      {items.map(({ term, value }) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

import type { ComponentChildren } from 'preact';
import { uiWords } from './ui.words.ts';
import { useWords } from './words.ts';

export interface Column {
  label: string;
  /** Numbers stand under each other at the end of the column. */
  number?: boolean | undefined;
}

export interface TableProps {
  caption: string;
  /** Keep the caption for screen readers when a heading already says it. */
  captionHidden?: boolean | undefined;
  columns: readonly Column[];
  /** The first cell of each row names the row. */
  rows: readonly (readonly ComponentChildren[])[];
}

/** On a narrow screen the table scrolls sideways inside its own frame, hence the frame takes the focus. */
export function Table({ caption, captionHidden, columns, rows }: TableProps) {
  const t = useWords(uiWords);
  return (
    <section class="table-frame" aria-label={t('table.scroll', { caption })} tabindex={0}>
      <table>
        <caption class={captionHidden ? 'visually-hidden' : undefined}>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.label} scope="col" class={column.number ? 'number' : undefined}>
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells, row) => (
            <tr key={row}>
              {cells.map((cell, at) =>
                at === 0 ? (
                  <th key={columns[at]?.label} scope="row">
                    {cell}
                  </th>
                ) : (
                  <td key={columns[at]?.label} class={columns[at]?.number ? 'number' : undefined}>
                    {cell}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

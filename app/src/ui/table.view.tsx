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
  /** On a phone each row becomes a small block with its labels, for tables of words rather than numbers. */
  stacks?: boolean | undefined;
  /** The first cell of each row names the row. */
  rows: readonly (readonly ComponentChildren[])[];
}

type TableRole = 'table' | 'row' | 'rowheader' | 'columnheader' | 'cell';

/** On a narrow screen the table scrolls sideways inside its own frame, hence the frame takes the focus. */
export function Table({ caption, captionHidden, stacks, columns, rows }: TableProps) {
  const t = useWords(uiWords);
  // Said again in words: a row that is shown as a block is no row to a browser any more.
  const role = (name: TableRole) => (stacks ? name : undefined);
  return (
    <section
      class={stacks ? 'table-frame stacks' : 'table-frame'}
      aria-label={t('table.scroll', { caption })}
      tabindex={0}
    >
      <table role={role('table')}>
        <caption class={captionHidden ? 'visually-hidden' : undefined}>{caption}</caption>
        <thead>
          <tr role={role('row')}>
            {columns.map((column) => (
              <th
                role={role('columnheader')}
                key={column.label}
                scope="col"
                class={column.number ? 'number' : undefined}
              >
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells, row) => (
            <tr key={row} role={role('row')}>
              {cells.map((cell, at) =>
                at === 0 ? (
                  <th key={columns[at]?.label} scope="row" role={role('rowheader')}>
                    {cell}
                  </th>
                ) : (
                  <td
                    key={columns[at]?.label}
                    class={columns[at]?.number ? 'number' : undefined}
                    role={role('cell')}
                    data-label={stacks ? columns[at]?.label : undefined}
                  >
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

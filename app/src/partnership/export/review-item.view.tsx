import {
  Button,
  CheckboxGroup,
  DefinitionList,
  Disclosure,
  Form,
  TextArea,
  TextField,
  useWords,
} from '../../ui/index.ts';
import { exportWords } from './export.words.ts';
import type { Fact } from './readable.ts';

/** One record with its rows, or one row that belongs to no record. */
export interface ReviewItemShown {
  /** `record:<id>`, or `<table>:<key>` of the row. */
  id: string;
  title: string;
  state: string;
  rows: readonly {
    id: string;
    table: string;
    facts: readonly Fact[];
    leaves: boolean;
  }[];
}

export interface ReviewItemProps {
  path: string;
  open: boolean;
  item: ReviewItemShown;
}

export function ReviewItem({ path, open, item }: ReviewItemProps) {
  const t = useWords(exportWords);
  const anchor = item.id.replaceAll(/[^\w-]/g, '-');
  const isRecord = item.id.startsWith('record:');
  return (
    <section class="section" id={anchor}>
      <h3>{item.title}</h3>
      {item.state && <p>{item.state}</p>}
      {item.rows.map((row) => (
        <div key={row.id}>
          <h4>
            {row.table}
            {!row.leaves && ` · ${t('hidden')}`}
          </h4>
          {row.leaves && <Facts facts={row.facts} />}
        </div>
      ))}
      {open && (
        <Disclosure summary={t('mark.record')}>
          <Form action={`${path}/leave-out`} hidden={{ within: isRecord ? item.id : '' }}>
            <CheckboxGroup
              name="items"
              id={`items-${anchor}`}
              required={false}
              label={t('hidden')}
              choices={[
                ...(isRecord ? [{ value: item.id, label: t('item.whole') }] : []),
                ...item.rows
                  .filter(({ id }) => !isRecord || id !== item.id)
                  .map(({ id, table }) => ({ value: id, label: t('item.row', { table }) })),
              ]}
            />
            {isRecord && (
              <TextArea
                name="passages"
                id={`passages-${anchor}`}
                required={false}
                label={t('passages')}
                hint={t('passages.hint')}
                rows={2}
              />
            )}
            <TextField
              name="reason"
              id={`reason-${anchor}`}
              label={t('reason')}
              hint={t('reason.hint')}
            />
            <Button kind="quiet">{t('mark')}</Button>
          </Form>
        </Disclosure>
      )}
    </section>
  );
}

const longestInLine = 60;

/** What is short stands in one line, so that the texts are what one sees. */
function Facts({ facts }: { facts: readonly Fact[] }) {
  const short = facts.filter(({ value }) => value.length <= longestInLine);
  const long = facts.filter(({ value }) => value.length > longestInLine);
  return (
    <>
      {short.length > 0 && <p>{short.map(({ term, value }) => `${term}: ${value}`).join(' · ')}</p>}
      {long.length > 0 && <DefinitionList items={long} />}
    </>
  );
}
